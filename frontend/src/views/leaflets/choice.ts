// What can be chosen for a leaflet, and what a choice comes to.

import { current } from '../../app/current';
import { chosen } from '../../app/language';
import type { LeafletChoice } from '../../app/leaflet';
import { consultation } from '../../consultation/consultation';
import type { Leaflet } from '../../engine/bundle.gen';
import { SOURCE } from '../../text/words';
import { valuesOf } from './known';
import { regionPart } from './regionRows';
import type { Job } from './rows';

/** The most languages that still leave lines long enough to be read. */
export const MOST_LANGUAGES = 3;

/** The most copies printed at once. */
export const MOST_COPIES = 50;

/** Where phones reach this server. A server on this very device is reached by none: no code is better than a dead one. */
export function originForPhones({ origin, hostname }: Location = location): string {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname) ? '' : origin;
}

/** A leaflet as it is first offered: in her language, nothing of hers on it. */
export function freshChoice(
  { id, formats, languages }: Leaflet,
  wanted: readonly string[] = [chosen.value],
): LeafletChoice {
  const offered = wanted.filter((lang) => languages.includes(lang));
  return {
    id,
    format: formats[0] ?? 'a4',
    languages: offered.length > 0 ? offered : [languages.includes(SOURCE) ? SOURCE : (languages[0] ?? SOURCE)],
    copies: 1,
    large: false,
    extras: [],
    origin: originForPhones(),
  };
}

/** Adds a language or takes it away: never none, never too many. Hers come first, the Japanese beside them last. */
export function withLanguage(choice: LeafletChoice, lang: string, on: boolean): LeafletChoice {
  const rest = choice.languages.filter((one) => one !== lang);
  const next = on ? [...rest, lang] : rest;
  if (next.length === 0 || next.length > MOST_LANGUAGES) return choice;
  return { ...choice, languages: [...next.filter((one) => one !== SOURCE), ...next.filter((one) => one === SOURCE)] };
}

/** Whether there is room for large print beside each other: for two languages on an A4, for one on an A5. */
export function canBeLarge({ format, languages }: Pick<LeafletChoice, 'format' | 'languages'>): boolean {
  return languages.length <= ({ a4: 2, a5: 1, card: 0, sticker: 0 } as const)[format];
}

/** Whether a leaflet has boxes that could be filled. */
export const hasBoxes = ({ neutral, blocks }: Leaflet) => !neutral && blocks.some(({ kind }) => kind === 'boxes');

/** What is printed for a choice. */
export function jobOf(leaflet: Leaflet, choice: LeafletChoice): Job {
  return {
    leaflet,
    languages: choice.languages,
    day: consultation.day.value,
    origin: choice.origin,
    values: hasBoxes(leaflet) ? valuesOf(choice) : {},
    region: choice.region ? regionPart(leaflet, choice.languages) : null,
    numbers: new Map(current.value?.helplines.map(({ id, number }) => [id, number])),
  };
}
