import type { ComponentChild } from 'preact';
import { segment } from '../text/furigana';
import { runs } from '../text/runs';
import { type Piece, pieces, type TermPiece } from '../text/terms';
import { chrome, EASY, easyReadings, readings, type Sentence, SOURCE } from '../text/words';
import { Reading, Ruby, SILENT } from './Ruby';

/**
 * An official word as it is written at a counter, with its reading over it. Word by word where the list of readings gives
 * the same, so that a long one can break at the end of a line; else over the whole.
 */
function Written({ piece: { term } }: { piece: TermPiece }) {
  const parts = segment(term.term, readings.value);
  if (parts.length > 1 && parts.map(({ base, ruby }) => ruby ?? base).join('') === term.reading) {
    return (
      <span lang={SOURCE}>
        <Reading text={term.term} readings={readings.value} />
      </span>
    );
  }
  return (
    <ruby lang={SOURCE}>
      {term.term}
      <rp {...SILENT}>(</rp>
      <rt {...SILENT}>{term.reading}</rt>
      <rp {...SILENT}>)</rp>
    </ruby>
  );
}

function TermWords({ piece, lang }: { piece: TermPiece; lang: string }) {
  const { term, gloss, again } = piece;
  if (lang === EASY) {
    return (
      <>
        <Written piece={piece} />
        {gloss !== null && !again && (
          <>
            {'\u3008'}
            <Reading text={gloss} readings={easyReadings.value} />
            {'\u3009'}
          </>
        )}
      </>
    );
  }
  const word = (
    <>
      <Written piece={piece} />
      {!again && (
        <>
          {', '}
          <span lang="ja-Latn">{term.romaji}</span>
        </>
      )}
    </>
  );
  if (gloss === null) return word;
  return (
    <>
      {gloss} ({word})
    </>
  );
}

function Part({ piece, lang }: { piece: Piece; lang: string }): ComponentChild {
  if (typeof piece !== 'string') return <TermWords piece={piece} lang={lang} />;
  return lang === EASY ? <Reading text={piece} readings={easyReadings.value} /> : <Foreign text={piece} lang={lang} />;
}

/** A text of another language. The Japanese in it says that it is, or a voice would spell it or leave it out. */
export function Foreign({ text, lang }: { text: string; lang: string }) {
  return (
    <>
      {runs(text, lang).map((run, i) =>
        run.japanese ? (
          <span key={i} lang={SOURCE}>
            {run.text}
          </span>
        ) : (
          run.text
        ),
      )}
    </>
  );
}

/** A text in its language, its official words as gloss and Japanese. The element around it carries the language. */
export function Words({ text, lang }: { text: string; lang: string }) {
  if (lang === SOURCE) return <Ruby text={text} plain />;
  return (
    <>
      {pieces(text, lang).map((piece, i) => (
        <Part key={i} piece={piece} lang={lang} />
      ))}
    </>
  );
}

/** The language of an element, left out where it is the document's own. */
export function langOf(lang: string): { lang?: string } {
  return lang === chrome.value ? {} : { lang };
}

/** One sentence within a line. */
export function Said({ of: { text, lang } }: { of: Sentence }) {
  if (lang === chrome.value) return <Words text={text} lang={lang} />;
  return (
    <span lang={lang}>
      <Words text={text} lang={lang} />
    </span>
  );
}
