// The words of a paper, line by line. Official words stand with their Japanese, to be pointed at across a counter.
import { blocks } from '../../text/blocks';
import { pieces, type TermPiece } from '../../text/terms';
import { type ArgsIn, EASY, SOURCE, sentence } from '../../text/words';

/** A run of text; `japanese` within a text of another language. */
export type Span = string | { readonly japanese: string };

/** What stands in one language at one place of a paper. */
export interface Cell {
  readonly lang: string;
  readonly spans: readonly Span[];
}

/** A line of a text, an item of a list or a paragraph. */
export interface Line {
  readonly kind: 'p' | 'list';
  readonly cell: Cell;
}

/** The same words as `leaflets --text` prints: the term with reading and romaji the first time, then the term alone. */
function said({ term, gloss, again }: TermPiece, lang: string): Span[] {
  if (lang === EASY) return [term.term, ...(again || gloss === null ? [] : [`\u3008${gloss}\u3009`])];
  const word = again ? [] : [`, ${term.reading}`];
  const japanese: Span = { japanese: [term.term, ...word].join('') };
  const rest = again ? '' : `, ${term.romaji}`;
  return gloss === null ? [japanese, rest] : [`${gloss} (`, japanese, `${rest})`];
}

function spansOf(text: string, lang: string): Span[] {
  return pieces(text, lang).flatMap((piece) => (typeof piece === 'string' ? [piece] : said(piece, lang)));
}

/** Cuts spans at line ends. */
function cut(spans: readonly Span[]): Span[][] {
  const lines: Span[][] = [[]];
  for (const span of spans) {
    if (typeof span !== 'string') {
      lines.at(-1)?.push(span);
      continue;
    }
    span.split('\n').forEach((part, i) => {
      if (i > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push(part);
    });
  }
  return lines;
}

/** Without the mark of a list. */
function withoutMark([first, ...rest]: readonly Span[]): Span[] {
  return typeof first === 'string'
    ? [first.replace(/^\s*- /, ''), ...rest]
    : first === undefined
      ? []
      : [first, ...rest];
}

/** The lines of a message in a language; none where there is no such message. */
export function linesOf(lang: string, id: string): Line[] {
  const text = sentence(lang, id)?.text.trim();
  if (!text) return [];
  const kinds = blocks(text).flatMap((block) =>
    block.kind === 'list' ? block.items.map(() => 'list' as const) : ['p' as const],
  );
  return cut(spansOf(text, lang))
    .filter((spans) => spans.some((span) => typeof span !== 'string' || span.trim() !== ''))
    .map((spans, i) => ({ kind: kinds[i] ?? 'p', cell: { lang, spans: withoutMark(spans) } }));
}

/** A message of one line, null where there is none. */
export function cellOf(lang: string, id: string, args?: ArgsIn): Cell | null {
  const found = sentence(lang, id, args);
  return found && { lang, spans: spansOf(found.text.trim().replaceAll('\n', ' '), lang) };
}

/** The same message in several languages; those that lack it are left out. */
export function cellsOf(languages: readonly string[], id: string, args?: ArgsIn): Cell[] {
  return languages.flatMap((lang) => cellOf(lang, id, args) ?? []);
}

/** Words that are the same in every language, as a name or a number. */
export function japaneseCell(text: string): Cell {
  return { lang: SOURCE, spans: [text] };
}
