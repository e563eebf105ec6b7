// Official words without an official name elsewhere: a gloss in her language, and beside it the Japanese to point at.
import type { Term } from '../engine/bundle.gen';
import { EASY, SOURCE, sentence, terms } from './words';

/** An official word within a text. */
export interface TermPiece {
  readonly term: Term;
  /** What it means, in the language of the text; null where that language does not say. */
  readonly gloss: string | null;
  /** It stood in this text before: said shorter. */
  readonly again: boolean;
}

/** A part of a text: words, or an official word. */
export type Piece = string | TermPiece;

const TOKEN = /\{([a-z][a-z0-9_]*)\}/g;

/** Splits a text at its official words. A token that names none stays as it is. */
export function pieces(text: string, lang: string): Piece[] {
  if (lang === SOURCE || !text.includes('{')) return [text];
  const seen = new Set<string>();
  const result: Piece[] = [];
  let at = 0;
  for (const found of text.matchAll(TOKEN)) {
    const id = found[1] ?? '';
    const term = terms.value.get(id);
    if (!term) continue;
    if (found.index > at) result.push(text.slice(at, found.index));
    result.push({ term, gloss: sentence(lang, `glossary.${id}`)?.text ?? null, again: seen.has(id) });
    seen.add(id);
    at = found.index + found[0].length;
  }
  if (at < text.length) result.push(text.slice(at));
  return result;
}

/** A text without tokens, for copying and for names. */
export function plain(text: string, lang: string): string {
  return join(text, lang, ({ term, gloss, again }) => {
    if (lang === EASY) return gloss === null || again ? term.term : `${term.term}\u3008${gloss}\u3009`;
    const word = again ? term.term : [term.term, term.reading, term.romaji].join('\u30fb');
    return gloss === null ? word : `${gloss} (${word})`;
  });
}

/** A text to be heard: the gloss only, since a voice of her language cannot say the Japanese. */
export function spoken(text: string, lang: string): string {
  return join(text, lang, ({ term, gloss }) => (lang === EASY ? term.reading : (gloss ?? term.romaji)));
}

function join(text: string, lang: string, said: (piece: TermPiece) => string): string {
  return pieces(text, lang)
    .map((piece) => (typeof piece === 'string' ? piece : said(piece)))
    .join('');
}
