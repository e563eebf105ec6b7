import type { ComponentChild } from 'preact';
import { furigana } from '../app/settings';
import { segment } from '../text/furigana';
import { readings } from '../text/text';

/** A reading is for the eye: a screen reader and the names of buttons keep to the word, or all would be heard twice. */
const SILENT = { 'aria-hidden': 'true' } as const;

/** The same as Ruby, but a bare string while no readings are shown: long lists change with every key. */
export function ruby(text: string): ComponentChild {
  return furigana.value ? <Ruby text={text} /> : text;
}

/** Text, with readings over the kanji when they are switched on. Off means gone from the document. */
export function Ruby({ text }: { text: string }) {
  if (!furigana.value) return <>{text}</>;
  return (
    // One element, so that a row of a button or a grid takes the text as one.
    <span>
      {segment(text, readings.value).map((part, i) =>
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
    </span>
  );
}
