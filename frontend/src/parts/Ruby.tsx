import type { ComponentChild } from 'preact';
import { furigana } from '../app/settings';
import { type Readings, segment } from '../text/furigana';
import { readings } from '../text/text';
import { chrome, SOURCE } from '../text/words';

/** A reading is for the eye: a screen reader and the names of buttons keep to the word, or all would be heard twice. */
export const SILENT = { 'aria-hidden': 'true' } as const;

const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/gu;
const LATIN = /[a-z]/gi;

/** Whether a text is Japanese: more of it than of Latin letters, which a name or a number may hold. */
function isJapanese(text: string): boolean {
  return (text.match(JAPANESE)?.length ?? 0) * 2 > (text.match(LATIN)?.length ?? 0);
}

/** The same as Ruby, but a bare string while no readings are shown: long lists change with every key. */
export function ruby(text: string): ComponentChild {
  return furigana.value || chrome.value !== SOURCE ? <Ruby text={text} /> : text;
}

/** A text with readings over its kanji. */
export function Reading({ text, readings }: { text: string; readings: Readings }) {
  return (
    <>
      {segment(text, readings).map((part, i) =>
        part.ruby ? (
          <ruby key={i}>
            {part.base}
            <rp {...SILENT}>(</rp>
            <rt {...SILENT}>{part.ruby}</rt>
            <rp {...SILENT}>)</rp>
          </ruby>
        ) : (
          part.base
        ),
      )}
    </>
  );
}

/**
 * Text, with readings over the kanji when they are switched on. Off means gone from the document. Between words of another
 * language it says that it is Japanese, unless what is around it does (`plain`).
 */
export function Ruby({ text, plain = false }: { text: string; plain?: boolean }): ComponentChild {
  const lang = !plain && chrome.value !== SOURCE && isJapanese(text) ? { lang: SOURCE } : {};
  if (!furigana.value) return 'lang' in lang ? <span {...lang}>{text}</span> : text;
  return (
    // One element, so that a row of a button or a grid takes the text as one.
    <span {...lang}>
      <Reading text={text} readings={readings.value} />
    </span>
  );
}
