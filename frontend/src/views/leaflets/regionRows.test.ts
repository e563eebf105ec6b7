import { afterEach, beforeEach, expect, test } from 'vitest';
import { current } from '../../app/current';
import type { Leaflet } from '../../engine/bundle.gen';
import { openSample } from '../../testing/directory';
import { openRegion, sampleRegion } from '../../testing/region';
import { freshChoice, jobOf } from './choice';
import { regionPart } from './regionRows';
import { rowsOf } from './rows';

const leaflet: Leaflet = {
  id: 'two_flags',
  audience: 'client',
  version: '1',
  review_by: '2099-01-01',
  formats: ['a4'],
  blocks: [],
  languages: ['ja'],
};

beforeEach(() => {
  openSample({ 'leaflet.two_flags.title': 'Title', 'local.auto_flags.both': 'Both.\nAsk.' });
  openRegion(sampleRegion);
});
afterEach(() => {
  current.value = null;
});

test('nothing of the region stands on a paper until it is asked for', () => {
  expect(rowsOf(jobOf(leaflet, freshChoice(leaflet))).map(({ kind }) => kind)).toEqual(['title']);
});

test('where it is asked for, it stands last and under the name of the region', () => {
  const rows = rowsOf(jobOf(leaflet, { ...freshChoice(leaflet), region: true }));
  expect(rows.map(({ kind }) => kind)).toEqual(['title', 'heading', 'label', 'p', 'p']);
  expect(rows[1]).toMatchObject({ cells: [{ lang: 'ja', spans: ['Town Alpha'] }] });
});

test('a window for what the paper is about stands on it though the region chose nothing', () => {
  openRegion({
    ...sampleRegion,
    values: { flag_desk: { window: { name: 'Section Epsilon', phone: '079-000-0002' } } },
  });
  const release = current.value;
  if (!release) throw new Error('nothing is open');
  const local = [...(release.guide.local ?? []), { id: 'flag_desk', kind: 'window', steps: ['paper'] } as const];
  current.value = { ...release, guide: { ...release.guide, local: local as typeof release.guide.local } };
  expect(regionPart(leaflet, ['ja'])?.rows).toMatchObject([
    { kind: 'heading' },
    { kind: 'label' },
    { kind: 'call', number: '079-000-0002' },
  ]);
  expect(regionPart({ ...leaflet, id: 'turning_75' }, ['ja'])).toBeNull();
});

test('the publisher of the region stands in the foot', () => {
  expect(regionPart(leaflet, ['ja'])?.foot).toEqual([{ lang: 'ja', spans: ['Office Gamma'] }]);
});

test('the neutral card never tells of a place', () => {
  const neutral = { ...leaflet, neutral: true };
  expect(regionPart(neutral, ['ja'])).toBeNull();
  expect(rowsOf(jobOf(neutral, { ...freshChoice(neutral), region: true }))).toHaveLength(1);
});
