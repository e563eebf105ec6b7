// @vitest-environment node
// Queries as counselors type them, against the real directory: what is meant stands among the first three hits.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Directory } from '../directory/directory.gen';
import { lookup, prepare } from './lookup';

const directory = JSON.parse(
  readFileSync(new URL('../../../.build/directory.json', import.meta.url), 'utf8'),
) as Directory;
const index = prepare(directory);
const rows = readFileSync(new URL('testdata/golden.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((row) => row !== '' && !row.startsWith('#'))
  .map((row) => row.split('\t'));

test('there are enough queries, none twice', () => {
  expect(rows.length).toBeGreaterThanOrEqual(240);
  expect(new Set(rows.map(([typed, id]) => `${typed} ${id}`)).size).toBe(rows.length);
});

test('what is meant is among the first three hits in 99 of 100', () => {
  const misses = rows.flatMap(([typed = '', id = '', comment = '']) => {
    const found = lookup(typed, index).hits.slice(0, 3);
    return found.some((hit) => hit.id === id)
      ? []
      : [{ typed, id, comment, found: found.map((hit) => hit.id).join(' ') }];
  });
  if (misses.length > 0) console.table(misses);
  expect(1 - misses.length / rows.length).toBeGreaterThanOrEqual(0.99);
});
