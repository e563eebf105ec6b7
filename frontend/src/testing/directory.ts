// A small directory for tests of the look-up's screens.
import { current } from '../app/current';
import type { Contact, Directory, Phone } from '../directory/directory.gen';
import { setText } from '../text/text';
import { sampleGuide } from './sample';

const place = { prefecture: '13', source: 'list', verified_on: '2026-08-04' };

/** A switchboard read in one list. */
export const switchboard: Phone = {
  number: '03-0000-0001',
  tel: 'tel:0300000001',
  label: 'representative',
  url: 'https://example.jp/list',
  publisher: 'The prefecture',
  verified_on: '2026-07-27',
  status: 'single_source',
};

const records: Contact[] = [
  { id: 'kyokai-13', kind: 'kyokai', name: 'Kyokai Alpha', number: '01130012', ...place },
  { id: 'kenpo-union-100-0001', kind: 'kenpo_union', name: 'Union Beta', ...place },
  {
    id: 'dv-center-13',
    kind: 'dv_center',
    name: 'Centre Gamma',
    phones: [switchboard, { ...switchboard, number: '03-0000-0002', tel: 'tel:0300000002', label: 'direct' }],
    ...place,
  },
  {
    id: 'dv-center-14',
    kind: 'dv_center',
    name: 'Centre Delta',
    phones: [switchboard],
    url: 'https://example.jp/delta',
    ...place,
  },
];

/** The directory. */
export const sampleDirectory: Directory = {
  sources: [
    {
      id: 'list',
      title: 'The list',
      url: 'https://example.jp',
      publisher: 'The publisher',
      licence: 'CC0',
      retrieved: '2026-11-22',
      verified_on: '2026-03-09',
      verified_by: 'The publisher',
    },
  ],
  prefectures: [{ number: '13', alternate: '63', name: 'Epsilon', kana: '\u3044\u3077', romaji: 'ipu' }],
  schemes: [
    { law: '01', kind: 'kyokai', name: 'Kyokai', sure: true },
    { law: '06', kind: 'kenpo_union', name: 'Union', sure: true },
  ],
  records,
  municipalities: [
    {
      code: '13101',
      name: 'Zeta',
      kana: '\u305c\u305f',
      prefecture: '13',
      phones: [switchboard],
      wards: [{ code: '13102', name: 'East', kana: '\u3072\u304c\u3057' }],
      source: 'list',
    },
  ],
};

/** Puts a release with the sample directory into use. Words are their own IDs, but for those given. */
export function openSample(messages: Record<string, string> = {}): void {
  const text = { locale: 'ja', messages, readings: {} };
  setText(text, { strict: false });
  current.value = {
    id: 'f'.repeat(64),
    guide: sampleGuide,
    text,
    helplines: [],
    region: null,
    directory: () => sampleDirectory,
    load: async () => null,
    manifest: { schema: 1, release: 'f'.repeat(64), reviewed_on: '2026-11-22', review_by: '2099-01-01', blobs: [] },
  };
}
