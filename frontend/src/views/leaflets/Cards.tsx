import { Qr } from '../../parts/Qr';
import { SOURCE } from '../../text/words';
import { CellText } from './Cells';
import type { Foot } from './foot';
import { Address } from './LeafRow';
import { type Job, type Row, rowsOf } from './rows';
import { type Cell, cellsOf } from './spans';

/** How many stand on an A4, and how large they are, in millimetres. */
const LAYOUT = {
  card: { columns: 2, rows: 5, width: 91, height: 55 },
  sticker: { columns: 3, rows: 2, width: 60, height: 100 },
} as const;

/** A form that is cut out of an A4. */
export type SmallFormat = keyof typeof LAYOUT;

const text = (cells: readonly Cell[]) => cells.map((cell) => <CellText key={cell.lang} of={cell} />);

function Call({ row }: { row: Row }) {
  if (row.kind !== 'call') return null;
  return (
    <p class="card-leaf__call">
      <span class="card-leaf__name">{text(row.name)}</span>{' '}
      <span class="card-leaf__number" lang={SOURCE}>
        {row.number}
      </span>
    </p>
  );
}

function Code({ row }: { row: Row }) {
  if (row.kind !== 'link') return null;
  return row.links.map((link) => (
    <div key={link.address} class="card-leaf__code">
      <Qr text={link.address} label={link.address} />
      <p class="card-leaf__linktext">
        {text([link.text])}{' '}
        <span class="card-leaf__address" lang="en">
          <Address text={link.address} />
        </span>
      </p>
    </div>
  ));
}

/** One card in one language: small, and no word on it tells a bystander anything. */
function Card({ job, lang }: { job: Job; lang: string }) {
  const rows = rowsOf({ ...job, languages: [lang] });
  return (
    <article class="card-leaf" lang={lang}>
      <h2 class="card-leaf__title">{rows.map((row) => row.kind === 'title' && text(row.cells))}</h2>
      <div class="card-leaf__body">
        <div class="card-leaf__calls">
          {rows.map((row, i) => (
            <Call key={i} row={row} />
          ))}
        </div>
        {rows.map((row, i) => (
          <Code key={i} row={row} />
        ))}
      </div>
    </article>
  );
}

/** Where to cut, at the edges of the sheet: no line runs over a card. */
function CropMarks({ format }: { format: SmallFormat }) {
  const { columns, rows, width, height } = LAYOUT[format];
  const [w, h] = [columns * width, rows * height];
  const down = Array.from({ length: columns + 1 }, (_, i) => `M${i * width} -3.5v2.5M${i * width} ${h + 1}v2.5`);
  const across = Array.from({ length: rows + 1 }, (_, i) => `M-3.5 ${i * height}h2.5M${w + 1} ${i * height}h2.5`);
  return (
    <svg class="cropmarks" viewBox={`-3.5 -3.5 ${w + 7} ${h + 7}`} aria-hidden="true" focusable="false">
      <path d={[...down, ...across].join('')} />
    </svg>
  );
}

function Side({ side, cells }: { side: 'start' | 'end'; cells: readonly Cell[] }) {
  return (
    <p class="cards-leaf__side" data-side={side}>
      {cells.map((cell, i) => (
        <span key={i} lang={cell.lang}>
          <CellText of={cell} />
        </span>
      ))}
    </p>
  );
}

/** A sheet of cards or stickers with crop marks. With several languages each has its turn. */
export function CardSheet({ job, foot, format }: { job: Job; foot: Foot; format: SmallFormat }) {
  const { languages } = job;
  const { columns, rows } = LAYOUT[format];
  const page = cellsOf(languages.slice(0, 1), 'leaflet.foot.page', { page: 1, pages: 1 });
  return (
    <div class="cards-leaf" lang={languages[0]}>
      <Side side="start" cells={[...foot.version, ...foot.reviewed, ...page]} />
      <div class="cards-leaf__grid">
        {Array.from({ length: columns * rows }, (_, i) => (
          <Card key={i} job={job} lang={languages[i % languages.length] ?? SOURCE} />
        ))}
        <CropMarks format={format} />
      </div>
      <Side side="end" cells={[...foot.practice, ...foot.late, ...foot.reference]} />
    </div>
  );
}
