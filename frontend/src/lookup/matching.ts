// How well one word fits one entry, and why: exact before beginning before word before part; names before places.
import type { Entry, Index } from './entries';
import type { Token } from './query';

/** How well, and which message tells it. Zero: it does not fit. */
export interface Reason {
  score: number;
  id: string;
}

export const NONE: Reason = { score: 0, id: '' };

/** Below these lengths only the beginning of a key counts: a letter or two are part of everything. */
const TEXT_INSIDE = 2;
const SOUND_INSIDE = 4;

/** Marks the entries that a token can fit at all. */
export function candidates(token: Token, index: Index): Uint8Array {
  const marks = new Uint8Array(index.entries.length);
  mark(token.text.length < TEXT_INSIDE ? `\n${token.text}` : token.text, index, marks);
  if (token.sound) mark(token.sound.length < SOUND_INSIDE ? `\n${token.sound}` : token.sound, index, marks);
  return marks;
}

function mark(needle: string, { hay, starts }: Index, marks: Uint8Array): void {
  let entry = 0;
  for (let at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, starts[entry])) {
    entry = entryAt(at, starts);
    marks[entry] = 1;
    entry++;
  }
}

/** The entry a place in the haystack belongs to. */
function entryAt(at: number, starts: number[]): number {
  let low = 0;
  let high = starts.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle;
  }
  return low;
}

/** How well a token fits the name or reading of an entry. */
export function nameReason(token: Token, entry: Entry): Reason {
  const { text } = token;
  if (entry.names.includes(text) || entry.wholes.includes(text)) return { score: 100, id: 'name' };
  if (entry.bare.includes(text)) return { score: 96, id: 'name' };
  return better(writtenReason(text, entry), soundReason(token, entry));
}

function writtenReason(text: string, { names, wholes, bare, parts, places }: Entry): Reason {
  const begun = shortest(text, names, bare) || shortestPast(text, wholes, places);
  if (begun > 0) return { score: 80 - Math.min(begun, 15) / 2, id: 'begins' };
  if (text.length < TEXT_INSIDE) return NONE;
  if (parts.some((part) => part.startsWith(text))) return { score: 60, id: 'word' };
  return names.some((name) => name.includes(text)) ? { score: 35, id: 'part' } : NONE;
}

function soundReason({ sound, suffix }: Token, entry: Entry): Reason {
  const { sounds, wholeSounds, bareSounds, placeSounds } = entry;
  if (!sound) return NONE;
  if (suffix) return suffix === entry.suffix && bareSounds.includes(sound) ? { score: 95, id: 'sounds' } : NONE;
  if (sounds.includes(sound) || wholeSounds.includes(sound)) return { score: 95, id: 'sounds' };
  if (bareSounds.includes(sound)) return { score: 92, id: 'sounds' };
  const begun = shortest(sound, sounds, bareSounds) || shortestPast(sound, wholeSounds, placeSounds);
  if (begun > 0) return { score: 72 - Math.min(begun, 20) / 2, id: 'sounds_begin' };
  const part = sound.length >= SOUND_INSIDE && sounds.some((one) => one.includes(sound));
  return part ? { score: 25, id: 'sounds_part' } : NONE;
}

/** How well a token fits the place of an entry. */
export function placeReason({ text, sound, suffix }: Token, { places, placeSounds }: Entry): Reason {
  if (places.includes(text)) return { score: 55, id: 'place' };
  if (sound && placeSounds.includes(sound)) return { score: 52, id: 'place' };
  if (suffix) return NONE;
  if (places.some((place) => place.startsWith(text))) return { score: 45, id: 'place' };
  return sound && placeSounds.some((place) => place.startsWith(sound)) ? { score: 40, id: 'place' } : NONE;
}

/** The better of two reasons. */
export function better(a: Reason, b: Reason): Reason {
  return b.score > a.score ? b : a;
}

/** The length of the shortest of the names that begin with the text; 0 when none does. */
function shortest(text: string, ...lists: string[][]): number {
  let length = 0;
  for (const list of lists) {
    for (const name of list) {
      if ((length === 0 || name.length < length) && name.startsWith(text)) length = name.length;
    }
  }
  return length;
}

/** As shortest, for names with their places before them: of a text that is only the place, the name does not begin. */
function shortestPast(text: string, wholes: string[], places: string[]): number {
  const length = shortest(text, wholes);
  return length > 0 && places.some((place) => place.startsWith(text)) ? 0 : length;
}
