// Readings over kanji. Only the words of the release's own list are read: a wrong reading is worse than none.

/** A piece of text, with its reading if it has one. */
export interface Segment {
  base: string;
  ruby?: string;
}

/** Words by their reading. */
export type Readings = Readonly<Record<string, string>>;

/** What a word and its reading have in common: kana and brackets. */
const COMMON = /^[\p{Script=Hiragana}\p{Script=Katakana}\u30fc\p{P}]$/u;
const COMMON_RUN = /([\p{Script=Hiragana}\p{Script=Katakana}\u30fc\p{P}]+)/u;
const NUMBER = /^\p{Nd}*/u;

/** Words by first character, longest first. */
const indexes = new WeakMap<Readings, Map<string, string[]>>();

function indexOf(readings: Readings): Map<string, string[]> {
  const known = indexes.get(readings);
  if (known) return known;
  const index = new Map<string, string[]>();
  for (const word of Object.keys(readings).sort((a, b) => b.length - a.length)) {
    const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
    const words = index.get(first);
    if (words) words.push(word);
    else index.set(first, [word]);
  }
  indexes.set(readings, index);
  return index;
}

/** Splits a text so that every known word stands with its reading, the longest word first. */
export function segment(text: string, readings: Readings): Segment[] {
  const index = indexOf(readings);
  const result: Segment[] = [];
  const plain = (base: string) => {
    const last = result.at(-1);
    if (last && last.ruby === undefined) last.base += base;
    else result.push({ base });
  };
  let afterNumber = false;
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at);
    const first = String.fromCodePoint(rest.codePointAt(0) ?? 0);
    // Counters are read by their number: the word for "2 days" must not be found in "22 days", nor the word for "sun"
    // behind a number that the list does not know.
    const number = numberOf(rest);
    const word = index
      .get(first)
      ?.find(
        (candidate) =>
          rest.startsWith(candidate) &&
          numberOf(candidate) === number &&
          !(afterNumber && candidate.length === first.length),
      );
    afterNumber = word === undefined && number !== '';
    if (word === undefined) {
      plain(number || first);
      at += (number || first).length;
      continue;
    }
    for (const part of overKanji(word, readings[word] ?? '')) {
      if (part.ruby === undefined) plain(part.base);
      else result.push(part);
    }
    at += word.length;
  }
  return result;
}

/** The digits a text begins with. */
function numberOf(text: string): string {
  return NUMBER.exec(text)?.[0] ?? '';
}

/** Lays a reading over the kanji of a word only: its own kana and brackets show where one kanji part ends. */
function overKanji(word: string, reading: string): Segment[] {
  const runs = word.split(COMMON_RUN).filter((run) => run !== '');
  const isCommon = (run: string) => COMMON.test(run[0] ?? '');
  const literal = (run: string) => hiragana(run).replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const pattern = runs.map((run) => (isCommon(run) ? literal(run) : '(.+?)')).join('');
  const found = new RegExp(`^${pattern}$`, 'du').exec(hiragana(reading));
  if (!found) return [{ base: word, ruby: reading }];
  const places = found.indices?.slice(1) ?? [];
  return runs.map((base) => {
    if (isCommon(base)) return { base };
    const [from, to] = places.shift() ?? [0, 0];
    return { base, ruby: reading.slice(from, to) };
  });
}

/** Katakana as hiragana, so that both match. The length stays. */
function hiragana(text: string): string {
  return text.replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}
