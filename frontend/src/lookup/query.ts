// What a typed text may mean: words to find, and the kinds it asks for ("kokuho of Nagoya", "kenpo Tokyo").
import type { Kind } from '../directory/directory.gen';
import { fold, key } from './fold';
import { sound } from './sound';
import words from './words.json';

/** One word to find. */
export interface Token {
  text: string;
  /** How it sounds, when it is kana or Latin letters. */
  sound: string | null;
  /** The last letter of a place whose name was typed in kana. */
  suffix: string;
}

/** One way of reading what was typed. */
export interface Meaning {
  tokens: Token[];
  /** Empty: any kind. The first is what was asked for, the others may serve. */
  kinds: Kind[];
}

interface Word {
  text: string;
  sound: string | null;
  kinds: Kind[];
}

const KINDS: Word[] = words.kinds
  .flatMap((group) =>
    group.words.map((word) => ({ text: key(word), sound: sound(key(word)), kinds: group.kinds as Kind[] })),
  )
  .sort((a, b) => b.text.length - a.text.length);
const BY_SOUND = KINDS.filter((word) => word.sound !== null && (word.sound.length > 4 || word.text === 'dv')).sort(
  (a, b) => (b.sound?.length ?? 0) - (a.sound?.length ?? 0),
);
const NOISE = words.noise.map(key);
const ALIASES = words.aliases.map(([short = '', long = '']) => [key(short), key(long)] as const);
const SUFFIXES = Object.keys(words.suffixes).join('');
const SUFFIX_SOUNDS = Object.values(words.suffixes).flat();
const DISTRICT = new RegExp(`^.{2,5}${words.district}(.{1,6}[${words.townsAndVillages}])$`);
const KANA_PLACE = new RegExp(`^([\\u3041-\\u3096\\u30fca-z]+)([${SUFFIXES}])$`);

/** The ways of reading a text, none twice. */
export function meanings(typed: string, prefectures: string[]): Meaning[] {
  const folded = fold(typed);
  if (folded === '') return [];
  const apart = withSuffixes(folded.split(' '));
  const joined = apart.join('');
  const ending = endingOf(joined);
  const alias = ALIASES.find(([short]) => joined.startsWith(short));
  const ways = [
    meaning(apart, prefectures),
    meaning([joined], prefectures),
    ...(ending ? [{ tokens: [token(joined.slice(0, -ending.text.length))], kinds: ending.kinds }] : []),
    { tokens: [token(joined)], kinds: [] },
    { tokens: apart.map(token), kinds: [] },
    ...(alias ? [{ tokens: [token(joined.replace(alias[0], alias[1]))], kinds: [] }] : []),
  ];
  return [...new Map(ways.map((way) => [signature(way), way])).values()];
}

/** The word for a kind that what was typed ends with; none when nothing would be left to find. */
function endingOf(joined: string): Word | undefined {
  const ending = KINDS.find(({ text }) => joined.endsWith(text));
  const stem = joined.slice(0, -(ending?.text.length ?? 0));
  return isSuffix(stem) || stem === '' ? undefined : ending;
}

/** Joins the suffix of a place to its name when it stands alone in Latin letters (minato ku). */
function withSuffixes(apart: string[]): string[] {
  const joined: string[] = [];
  for (const word of apart) {
    const suffix = joined.length > 0 && /^[a-z]+$/.test(word) && SUFFIX_SOUNDS.includes(sound(word) ?? '');
    if (suffix) joined.push((joined.pop() ?? '') + word);
    else joined.push(word);
  }
  return joined;
}

const signature = ({ tokens, kinds }: Meaning) => `${tokens.map(({ text }) => text).join(' ')}|${kinds}`;

function meaning(typed: string[], prefectures: string[]): Meaning {
  const kinds = new Set<Kind>();
  const tokens: Token[] = [];
  typed.forEach((word, i) => {
    for (const part of prefecturesApart(word, prefectures)) {
      for (const rest of withoutKinds(
        part,
        kinds,
        i < typed.length - 1 ? Number.POSITIVE_INFINITY : shortestBeginning(part, i),
      ))
        tokens.push(token(rest));
    }
  });
  return { tokens, kinds: [...kinds] };
}

/** How much of a word for a kind must be typed to be taken for one: less when it stands apart, more when it is kana. */
function shortestBeginning(part: string, before: number): number {
  if (sound(part) !== null) return 3;
  return before > 0 && part.length === 1 ? 1 : 2;
}

/** Takes the words for kinds out of a word. Of the one that is being typed, a beginning of some length is enough. */
function withoutKinds(word: string, kinds: Set<Kind>, shortest: number): string[] {
  let rest = beginning(word, kinds, shortest) ?? word;
  const add = (found: Word) => {
    for (const kind of found.kinds) kinds.add(kind);
  };
  for (const kind of KINDS) {
    if (kind.text.length > 1 && rest.includes(kind.text) && !/^[a-z]+$/.test(kind.text)) {
      add(kind);
      rest = rest.replaceAll(kind.text, ' ');
    }
  }
  const parts = rest.split(' ').flatMap((part) => {
    const heard = sound(part);
    const kind = heard
      ? BY_SOUND.find((one) => heard.startsWith(one.sound ?? '') || heard.endsWith(one.sound ?? ''))
      : null;
    if (!heard || !kind?.sound) return [part];
    add(kind);
    return [heard.startsWith(kind.sound) ? heard.slice(kind.sound.length) : heard.slice(0, -kind.sound.length)];
  });
  return parts.map(withoutNoise).filter((part) => part !== '' && !isSuffix(part));
}

/** The word without the beginning of a word for a kind at its end; null when there is none. */
function beginning(word: string, kinds: Set<Kind>, shortest: number): string | null {
  for (let at = 0; at <= word.length - shortest; at++) {
    const tail = word.slice(at);
    if (KINDS.some(({ text }) => text === tail)) return null;
    const begun = KINDS.filter(({ text }) => text.startsWith(tail));
    if (begun.length === 0) continue;
    for (const kind of begun.flatMap((one) => one.kinds)) kinds.add(kind);
    return word.slice(0, at);
  }
  return null;
}

function isSuffix(part: string): boolean {
  return part.length === 1 && SUFFIXES.includes(part);
}

function withoutNoise(part: string): string {
  if (NOISE.includes(part)) return '';
  const end = NOISE.find((word) => !/^[a-z]/.test(word) && part.endsWith(word));
  return end ? part.slice(0, -end.length) : part;
}

/** Parts the name of a prefecture from what follows it, and drops the district before a town. */
function prefecturesApart(word: string, prefectures: string[]): string[] {
  const prefecture = prefectures.find((name) => word.startsWith(name));
  const rest = prefecture ? word.slice(prefecture.length) : word;
  const local = rest.match(DISTRICT)?.[1] ?? rest;
  return prefecture ? [prefecture, local].filter(Boolean) : [local];
}

function token(text: string): Token {
  const [, stem, suffix] = text.match(KANA_PLACE) ?? [];
  return { text, sound: sound(stem ?? text), suffix: suffix ?? '' };
}
