import { Reading } from '../../parts/Ruby';
import { Foreign } from '../../parts/Words';
import { EASY, easyReadings, SOURCE } from '../../text/words';
import type { Cell } from './spans';

/** Words of a paper in their language. */
export function CellText({ of: { lang, spans } }: { of: Cell }) {
  return (
    <>
      {spans.map((span, i) => {
        if (typeof span !== 'string') {
          return (
            <span key={i} class="leaf__term" lang={SOURCE}>
              {span.japanese}
            </span>
          );
        }
        return lang === EASY ? (
          <Reading key={i} text={span} readings={easyReadings.value} />
        ) : (
          <Foreign key={i} text={span} lang={lang} />
        );
      })}
    </>
  );
}

/** The same in every language of the paper: beside each other where `beside`, else one under the other. */
export function Cells({ of, beside = false }: { of: readonly Cell[]; beside?: boolean }) {
  return (
    <span class="leaf__cells" data-n={of.length} data-beside={beside}>
      {of.map((cell) => (
        <span key={cell.lang} class="leaf__cell" lang={cell.lang}>
          <CellText of={cell} />
        </span>
      ))}
    </span>
  );
}
