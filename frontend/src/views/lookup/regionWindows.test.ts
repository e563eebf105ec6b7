import { afterEach, beforeEach, expect, test } from 'vitest';
import { current } from '../../app/current';
import { openSample } from '../../testing/directory';
import { openRegion, sampleRegion } from '../../testing/region';
import { regionWindows } from './regionWindows';

beforeEach(() => {
  openSample({ 'local.city_kokuho.label': 'Health insurance' });
  openRegion(sampleRegion);
});
afterEach(() => {
  current.value = null;
});

const found = (text: string, scope?: string) => regionWindows(text, scope).map(({ field }) => field.id);

test('all windows stand there before anything is typed', () => expect(found('')).toEqual(['city_kokuho']));

test.each(['beta', 'ALPHA', 'health  sec'])('a window is found by %s', (text) => {
  expect(found(text)).toEqual(['city_kokuho']);
});

test('what it is not called finds nothing', () => expect(found('zeta')).toEqual([]));

test('a window stands in the search for its desk and for its insurance only', () => {
  expect([found('', 'city_kokuho'), found('', 'kokuho'), found('', 'kyokai')]).toEqual([
    ['city_kokuho'],
    ['city_kokuho'],
    [],
  ]);
});
