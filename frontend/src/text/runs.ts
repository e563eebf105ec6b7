// Japanese within a text of another language, as names of papers and windows stand in translations.
import { EASY, SOURCE } from './words';

/** A run of a text. */
export interface Run {
  readonly text: string;
  readonly japanese: boolean;
}

const JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30fc\u30fb]+/gu;

/** Chinese has characters in common with Japanese: there, kana alone tell. */
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}\u30fc\u30fb]+/gu;

/** Cuts a text of a language at the Japanese in it, as far as letters tell. */
export function runs(text: string, lang: string): Run[] {
  if (lang === SOURCE || lang === EASY) return [{ text, japanese: false }];
  const found: Run[] = [];
  let at = 0;
  for (const match of text.matchAll(lang.startsWith('zh') ? KANA : JAPANESE)) {
    if (match.index > at) found.push({ text: text.slice(at, match.index), japanese: false });
    found.push({ text: match[0], japanese: true });
    at = match.index + match[0].length;
  }
  if (at < text.length || at === 0) found.push({ text: text.slice(at), japanese: false });
  return found;
}
