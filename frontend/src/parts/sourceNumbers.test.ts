import { beforeEach, expect, it } from 'vitest';
import type { Source } from '../engine/bundle.gen';
import { setText } from '../text/text';
import { numberSources } from './sourceNumbers';

const source = (id: string): Source => ({ id, title: id, read_on: '2026-01-01', confidence: 'official' });

beforeEach(() =>
  setText({
    locale: 'ja',
    messages: { 'ui.answers.joiner': ' + ', 'ui.sheet.source_places': '{{.number}}[{{.places}}]' },
    readings: {},
  }),
);

it('numbers sources as they are first named, and joins the places of one', () => {
  const numbers = numberSources([source('a'), source('b')]);
  expect(numbers.line([{ source: 'b', place: 'p1' }, { source: 'a' }, { source: 'b', place: 'p2' }])).toBe(
    '1[p1 + p2] + 2',
  );
  expect(numbers.line([{ source: 'a' }])).toBe('2');
  expect(numbers.used.map(({ id }) => id)).toEqual(['b', 'a']);
});
