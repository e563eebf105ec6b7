// Where pages end. The browser measures; this decides. Pages are put together here, and not left to the browser, so that
// the preview shows what the printer gives, and so that every page has its foot in browsers that know no margin boxes.
import type { Row } from './rows';

/** What must be known of a row. */
export type Measured = Pick<Row, 'kind' | 'block'> & { readonly height: number };

/** A row of a page: its number, and whether it is there once more, as the head of a table that goes on. */
export interface Placed {
  readonly at: number;
  readonly again?: true;
}

/** The largest part of a page that is left empty to keep a block in one piece. */
const KEEP = 0.45;

/** Puts rows on pages. Blocks stay in one piece where that costs no page. */
export function paginate(rows: readonly Measured[], capacity: number): Placed[][] {
  const torn = fill(rows, capacity, 0);
  const whole = fill(rows, capacity, capacity * KEEP);
  return whole.length <= torn.length ? whole : torn;
}

/** Whether a row must not be the last of a page. */
const leads = (row: Measured | undefined) => row !== undefined && LEADING.includes(row.kind);
const LEADING: readonly Row['kind'][] = ['title', 'heading', 'columns', 'label'];

function fill(rows: readonly Measured[], capacity: number, keep: number): Placed[][] {
  const pages: Placed[][] = [[]];
  let used = 0;
  const height = (from: number, to: number) => rows.slice(from, to).reduce((sum, row) => sum + row.height, 0);
  for (let at = 0; at < rows.length; ) {
    let end = together(rows, at, keep);
    // A heading in three languages and what follows it may be more than a page.
    while (end > at + 1 && height(at, end) > capacity) end--;
    const need = height(at, end);
    if (used > 0 && used + need > capacity) {
      pages.push([]);
      used = 0;
      const head = rows.findIndex((row) => row.kind === 'columns' && row.block === rows[at]?.block);
      if (rows[at]?.kind === 'compare' && head >= 0) {
        pages.at(-1)?.push({ at: head, again: true });
        used += rows[head]?.height ?? 0;
      }
    }
    for (let i = at; i < end; i++) pages.at(-1)?.push({ at: i });
    used += need;
    at = end;
  }
  return pages;
}

/** The end of what must stand together from a row on: a heading with what follows, or a whole block if it is short. */
function together(rows: readonly Measured[], at: number, keep: number): number {
  const block = rows[at]?.block;
  const first = block !== '' && rows[at - 1]?.block !== block;
  if (first) {
    let end = at;
    let height = 0;
    while (rows[end]?.block === block) height += rows[end++]?.height ?? 0;
    if (height <= keep) return end;
  }
  let end = at + 1;
  while (end < rows.length && leads(rows[end - 1])) end++;
  return end;
}
