import { furigana } from '../app/settings';
import { segment } from '../text/furigana';
import { readings } from '../text/text';

/** Text, with readings over the kanji when they are switched on. Off means gone from the document, not hidden: no double reading. */
export function Ruby({ text }: { text: string }) {
  if (!furigana.value) return <>{text}</>;
  return (
    <>
      {segment(text, readings.value).map((part, i) =>
        part.ruby ? (
          <ruby key={i}>
            {part.base}
            <rp>(</rp>
            <rt>{part.ruby}</rt>
            <rp>)</rp>
          </ruby>
        ) : (
          part.base
        ),
      )}
    </>
  );
}
