import { describe, expect, it } from 'vitest';
import { type Measured, paginate } from './paginate';

const row = (kind: Measured['kind'], block: string, height = 10): Measured => ({ kind, block, height });
const pagesOf = (rows: Measured[], capacity: number) =>
  paginate(rows, capacity).map((page) => page.map(({ at, again }) => (again ? `${at} again` : at)));

describe('paginate', () => {
  it('fills a page and goes on', () => {
    const rows = ['a', 'b', 'c', 'd'].map((block) => row('p', block));
    expect(pagesOf(rows, 25)).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  it('keeps a heading with what follows it', () => {
    const rows = [row('p', 'a'), row('p', 'a'), row('heading', 'b'), row('p', 'b'), row('p', 'b'), row('p', 'b')];
    expect(pagesOf(rows, 35)).toEqual([[0, 1], [2, 3, 4], [5]]);
  });

  it('keeps a short block in one piece where that costs no page', () => {
    const rows = [
      row('p', 'a', 50),
      row('heading', 'b'),
      row('p', 'b'),
      row('p', 'b'),
      row('p', 'b'),
      row('p', 'c', 20),
    ];
    expect(pagesOf(rows, 100)).toEqual([[0, 1, 2, 3, 4], [5]]);
    const longer = [row('p', 'a', 70), ...rows.slice(1)];
    expect(pagesOf(longer, 100)).toEqual([[0], [1, 2, 3, 4, 5]]);
  });

  it('tears a block that would cost a page', () => {
    const rows = [row('p', 'a', 70), row('heading', 'b'), row('p', 'b', 20), row('p', 'b', 10), row('p', 'c', 80)];
    expect(pagesOf(rows, 100)).toEqual([
      [0, 1, 2],
      [3, 4],
    ]);
  });

  it('repeats the head of a table that goes on', () => {
    const rows = [row('heading', 't'), row('columns', 't'), ...Array.from({ length: 5 }, () => row('compare', 't'))];
    expect(pagesOf(rows, 45)).toEqual([
      [0, 1, 2, 3],
      ['1 again', 4, 5, 6],
    ]);
  });

  it('parts a heading from what follows where both are more than a page', () => {
    expect(pagesOf([row('heading', 'a', 60), row('p', 'a', 60)], 100)).toEqual([[0], [1]]);
  });

  it('puts every row on a page, even one higher than the page', () => {
    const rows = [row('p', 'a', 10), row('p', 'b', 500), row('p', 'c', 10)];
    expect(pagesOf(rows, 100)).toEqual([[0], [1], [2]]);
  });
});
