import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Format } from '../../engine/bundle.gen';
import { CardSheet, type SmallFormat } from './Cards';
import { type Foot, footOf } from './foot';
import { Leaf } from './Leaf';
import { LeafRow } from './LeafRow';
import { usePageRule } from './pageRule';
import { type Placed, paginate } from './paginate';
import { type Job, type Row, rowsOf } from './rows';

/** Loose first; close where that saves a sheet. */
const DENSITIES = ['loose', 'close'] as const;
type Density = (typeof DENSITIES)[number];

type Pages = readonly (readonly Placed[])[];

interface Props {
  job: Job;
  format: Format;
  large: boolean;
  copies: number;
  /** Called when the papers stand as they will be printed. */
  onLaid?: (() => void) | undefined;
}

/** How many pages stand on a side of paper. */
const pagesASheet = (format: Format) => (format === 'a5' ? 2 : 1);

/** All rows under each other, unseen, and a page with nothing but its foot: what the browser is asked to measure. */
function Measure({ rows, foot, languages, density }: { rows: readonly Row[]; foot: Foot; density: Density } & Said) {
  const page = { foot, languages, page: 10, pages: 10 };
  return (
    <div class="papers__measure" data-density={density}>
      <Leaf {...page}>
        {rows.map((row, i) => (
          <LeafRow key={i} row={row} />
        ))}
      </Leaf>
      <Leaf {...page} />
    </div>
  );
}

interface Said {
  languages: readonly string[];
}

/** Reads what was measured and puts the rows on pages. */
function laidOut(measure: Element, rows: readonly Row[]): Pages {
  const [all, empty] = measure.querySelectorAll('.leaf__body');
  const heights = Array.from(all?.children ?? [], (row) => row.getBoundingClientRect().height);
  const measured = rows.map(({ kind, block }, i) => ({ kind, block, height: heights[i] ?? 0 }));
  return paginate(measured, empty?.getBoundingClientRect().height ?? 0);
}

function Sheets({
  pages,
  rows,
  foot,
  languages,
  format,
}: { pages: Pages; rows: readonly Row[]; foot: Foot; format: Format } & Said) {
  const each = pagesASheet(format);
  return (
    <>
      {Array.from({ length: Math.ceil(pages.length / each) }, (_, sheet) => (
        <PaperSheet key={sheet}>
          {pages.slice(sheet * each, (sheet + 1) * each).map((placed, i) => (
            <Leaf key={i} foot={foot} languages={languages} page={sheet * each + i + 1} pages={pages.length}>
              {placed.map(({ at, again }) => rows[at] && <LeafRow key={again ? `again-${at}` : at} row={rows[at]} />)}
            </Leaf>
          ))}
        </PaperSheet>
      ))}
    </>
  );
}

function PaperSheet({ children }: { children: ComponentChildren }) {
  return (
    <div class="papersheet">
      <div class="papersheet__paper">
        <div class="papersheet__area">{children}</div>
      </div>
    </div>
  );
}

/**
 * A leaflet as sheets of paper, on the screen as they are printed. Give it a key: for another job it begins anew. The
 * fonts must be there before.
 */
export function Papers({ job, format, large, copies, onLaid }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  const [laid, setLaid] = useState<{ pages: Pages; density: Density } | null>(null);
  const rows = useMemo(() => rowsOf(job), [job]);
  const foot = useMemo(() => footOf(job), [job]);
  const { languages } = job;
  usePageRule(format);
  const small = format === 'card' || format === 'sticker';

  useLayoutEffect(() => {
    if (small) return;
    const tried = Array.from(ref.current?.querySelectorAll('.papers__measure') ?? [], (measure, i) => ({
      pages: laidOut(measure, rows),
      density: DENSITIES[i] ?? 'loose',
    }));
    const sheets = (pages: Pages) => Math.ceil(pages.length / pagesASheet(format));
    const [loose, close] = tried;
    if (loose && close) setLaid(sheets(close.pages) < sheets(loose.pages) ? close : loose);
  }, []);
  useLayoutEffect(() => {
    if (small || laid) onLaid?.();
  }, [laid]);

  return (
    <div ref={ref} class="papers" data-format={format} data-large={large} data-density={laid?.density ?? 'loose'}>
      {!small &&
        !laid &&
        DENSITIES.map((density) => (
          <Measure key={density} rows={rows} foot={foot} languages={languages} density={density} />
        ))}
      {Array.from({ length: copies }, (_, copy) => (
        <div key={copy} class="papers__copy">
          {small ? (
            <PaperSheet>
              <CardSheet job={job} foot={foot} format={format as SmallFormat} />
            </PaperSheet>
          ) : (
            laid && <Sheets pages={laid.pages} rows={rows} foot={foot} languages={languages} format={format} />
          )}
        </div>
      ))}
    </div>
  );
}
