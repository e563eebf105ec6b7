// One spelling for what people write in many. Directory and typed text go through the same function, so a fold need
// not be right about the language; it must only be the same on both sides.
import words from './words.json';

const VARIANTS = new Map<string, string>();
const letters = [...words.variants];
for (let i = 0; i + 1 < letters.length; i += 2) VARIANTS.set(letters[i] as string, letters[i + 1] as string);

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const LEGAL = new RegExp(
  [...words.legal]
    .sort((a, b) => b.length - a.length)
    .map(literal)
    .join('|'),
  'g',
);
const VARIANT = new RegExp(`[${[...VARIANTS.keys()].join('')}]`, 'gu');
/**
 * The small "ga" of place names, which is written in five ways: between kanji, or where the next is still to be typed.
 * There the plain ka (\u304b) stays, for it may begin a name in kana.
 */
const GA = new RegExp(
  `(?<=\\p{Script=Han})(?:[${words.betweenKanji}](?=\\p{Script=Han})|[${words.betweenKanji.replace('\u304b', '')}]$)`,
  'gu',
);
const [ga = ''] = words.betweenKanji;

/** Width, invisible characters, case and detached voicing marks made one; nothing that shows is dropped. */
export function plain(text: string): string {
  return text
    .replace(/[\u309b\uff9e]/g, '\u3099')
    .replace(/[\u309c\uff9f]/g, '\u309a')
    .normalize('NFKC')
    .replace(/\p{Cf}|\p{Variation_Selector}|\u20e3/gu, '')
    .replace(/[\p{Cc}\p{Z}]+/gu, ' ')
    .toLowerCase()
    .normalize('NFKC') // what stood apart, or was a capital, may be composed only now
    .trim();
}

/** The form that is searched: hiragana, new characters, no legal form, words parted by one space. */
export function fold(text: string): string {
  return plain(text)
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/(?<=[\u3041-\u3096\u30fc])[-\u2010-\u2015\u2212\u2500\u2501]/g, '\u30fc')
    .replace(/(?<=[a-z])-(?=[a-z])|['\u2019]/g, '')
    .replace(VARIANT, (old) => VARIANTS.get(old) ?? old)
    .replace(LEGAL, ' ')
    .replace(/([^\P{L}\u3005])(\u3005+)/gu, (_, letter: string, marks: string) => letter.repeat(1 + marks.length))
    .replace(/[^\p{L}\p{N}\u30fc]+/gu, ' ')
    .trim()
    .replace(GA, ga);
}

/** The folded form without its spaces: names are written with and without them. */
export function key(text: string): string {
  return fold(text).replaceAll(' ', '');
}
