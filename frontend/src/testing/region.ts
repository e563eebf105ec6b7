// A region for tests of screens: a window at a desk, a choice, and words for paper.
import { current } from '../app/current';
import type { LocalField } from '../engine/bundle.gen';
import type { RegionWords } from '../release/types';
import { sampleGuide } from './sample';

const local: LocalField[] = [
  { id: 'consultation', kind: 'window', desk: 'support_center' },
  { id: 'city_kokuho', kind: 'window', desk: 'city_kokuho' },
  { id: 'auto_flags', kind: 'choice', options: ['both', 'separate'], steps: ['paper'], leaflets: ['two_flags'] },
  { id: 'flag_form', kind: 'text', longest: 80, steps: ['paper'] },
  { id: 'leaflet_footer', kind: 'text', longest: 60, leaflets: ['all'] },
];

/** What the region says. */
export const sampleRegion: RegionWords = {
  code: 'alpha',
  name: 'Town Alpha',
  on: '2026-11-02',
  values: {
    auto_flags: { choice: 'both' },
    city_kokuho: { window: { name: 'Section Beta', phone: '079-000-0001', verified_on: '2026-11-02' } },
    leaflet_footer: { text: 'Office Gamma' },
  },
  files: [{ hash: 'a'.repeat(64), title: 'Paper Delta', bytes: 1500, pages: 2, added_on: '2026-11-02' }],
};

/** Lays a region, or the national text for null, over the release in use. */
export function openRegion(region: RegionWords | null): void {
  if (current.value) current.value = { ...current.value, guide: { ...sampleGuide, local }, region };
}
