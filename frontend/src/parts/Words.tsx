import type { ComponentChild } from 'preact';
import { type Piece, pieces, type TermPiece } from '../text/terms';
import { chrome, EASY, easyReadings, type Sentence, SOURCE } from '../text/words';
import { Reading, Ruby, SILENT } from './Ruby';

/** An official word as it is written at a counter, with its reading over it. */
function Written({ piece: { term } }: { piece: TermPiece }) {
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
  return lang === EASY ? <Reading text={piece} readings={easyReadings.value} /> : piece;
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
