// @vitest-environment node
import { readFileSync } from 'node:fs';
import { parse } from 'smol-toml';
import { describe, expect, test } from 'vitest';
import type { Directory } from '../directory/directory.gen';
import { lookup, prepare } from './lookup';

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const directory = JSON.parse(read('.build/directory.json')) as Directory;
const index = prepare(directory);
const reasons = (
  parse(read('locales/lookup.ja.toml')) as unknown as { ui: { lookup: { why: Record<string, string> } } }
).ui.lookup.why;

const hits = (typed: string) => lookup(typed, index).hits;
const ids = (typed: string) => hits(typed).map(({ id }) => id);
const reason = (typed: string, id: string) =>
  hits(typed)
    .find((hit) => hit.id === id)
    ?.why.id.replace('ui.lookup.why.', '');

describe('places', () => {
  test('all places of one name are shown with where they are', () => {
    expect(hits('府中市').map(({ area }) => area)).toEqual(['東京都', '広島県']);
    expect(ids('北区')).toHaveLength(10);
    expect(new Set(hits('池田町').map(({ area }) => area)).size).toBeGreaterThanOrEqual(4);
  });

  test('exact before beginning before part', () => {
    const names = hits('川').map(({ name }) => name);
    expect(names.every((name) => name.startsWith('川'))).toBe(true);
    expect(hits('津')[0]?.name).toBe('津市');
    expect(hits('大津')[0]?.name).toBe('大津市');
  });

  test('a name that is typed up to its small "ga" is found already', () => {
    for (const typed of ['外ヶ', '外ケ', '外け', '外が']) expect(ids(typed)).toEqual(['municipality-02307']);
    expect(ids('東か')[0]).toBe('municipality-37207');
  });

  test('a city before a town of its name', () => {
    expect(ids('横浜').slice(0, 2)).toEqual(['municipality-14100', 'municipality-02406']);
  });
});

describe('a place and a kind', () => {
  test('kokuho of a municipality, and its office', () => {
    expect(ids('名古屋市 国保').slice(0, 2)).toEqual(['kokuho-23100', 'municipality-23100']);
    expect(hits('名古屋市 国保')[0]).toMatchObject({ kind: 'kokuho', name: '名古屋市 国民健康保険', area: '愛知県' });
  });

  test('the kokuho of a ward is that of its city, and the hit says so', () => {
    expect(ids('港北区 国保')[0]).toBe('kokuho-14100');
    expect(reason('港北区 国保', 'kokuho-14100')).toBe('ward');
  });

  test('one desk serves a prefecture, whichever town was named', () => {
    expect(ids('けんぽ 府中市').sort()).toEqual(['kyokai-13', 'kyokai-34']);
    expect(reason('協会けんぽ 横浜', 'kyokai-14')).toBe('prefecture');
  });

  test('a word that may mean a company as well is taken for a town with a condition', () => {
    expect(reason('日立 健保', 'kyokai-08')).toBe('prefecture_if_kyokai');
    expect(ids('日立健康保険組合')).toEqual([]);
  });

  test('what only stands before a name is no beginning of it', () => {
    expect(reason('大阪 国保', 'kokuho-27140')).toBe('place');
    expect(hits('東京都 国保').every(({ kind, why }) => kind !== 'kokuho' || why.id.endsWith('.place'))).toBe(true);
    expect(ids('大阪府堺')[0]).toBe('municipality-27140');
  });

  test('a pension office elsewhere in the prefecture is told from one on the spot', () => {
    expect(reason('札幌 年金事務所', 'pension-office-060-8585')).toBe('begins');
    expect(reason('札幌 年金事務所', 'pension-office-040-8555')).toBe('same_prefecture');
  });

  test('only the kind: never 1,741 municipalities', () => {
    expect(hits('国保').every(({ kind }) => kind === 'kokuho_union')).toBe(true);
    expect(hits('市役所')).toEqual([]);
    expect(hits('協会けんぽ')).toHaveLength(10);
  });
});

test('the name of a prefecture-wide union is given only where the directory has it', () => {
  expect(hits('広島 後期')[0]?.name).toBe('広島県後期高齢者医療広域連合');
  expect(hits('岡山 後期')[0]).toMatchObject({ id: 'late-elderly-33', name: '岡山県の後期高齢者医療広域連合' });
});

describe('numbers', () => {
  test('what the number alone decides', () => {
    expect(ids('01130012')).toEqual(['kyokai-13']);
    expect(ids('02130011')).toEqual(['kyokai-102-8016']);
    expect(ids('39342027')).toEqual(['late-elderly-730-8626']);
  });

  test('what it does not decide has no hit, or says so', () => {
    for (const typed of ['06132559', '33280017', '143024']) expect(ids(typed)).toEqual([]);
    expect(hits('040014').every(({ kind, why }) => kind === 'kokuho' && why.id.endsWith('number_prefecture'))).toBe(
      true,
    );
    expect(hits('67040014').every(({ area }) => area === '宮城県')).toBe(true);
  });

  test('a number that does not check leads nowhere', () => {
    for (const typed of ['01130013', '39342028', '040015', '03-5253-1111', '20261122', '123456789012']) {
      expect(ids(typed), typed).toEqual([]);
    }
  });

  test('a lost zero is offered as such', () => {
    expect(reason('1130012', 'kyokai-13')).toBe('number_if_zero');
  });

  test('an own list decides more', () => {
    const records = [
      ...directory.records,
      { id: 'own', kind: 'kenpo_union' as const, name: '例示健康保険組合', number: '06132559', source: 's' },
    ];
    expect(lookup('06132559', prepare({ ...directory, records })).hits.map(({ id }) => id)).toEqual(['own']);
  });

  test('a name beside it is looked up as well', () => {
    expect(lookup('06132559 東芝健保', index)).toMatchObject({
      number: { kind: 'kenpo_union' },
      hits: [{ name: '東芝健康保険組合' }],
    });
  });
});

test('every reason is a message, and its words are there', () => {
  const typed = [
    '名古屋市 国保',
    '港北区 国保',
    'けんぽ 横浜',
    '協会けんぽ 横浜',
    '札幌 年金事務所',
    'yokoh',
    'hama',
    '工業健保',
    '共済センター',
    '協会けんぽ',
    '040014',
    '0113',
    '1130012',
    '01130012',
    '東京 女性相談',
    'よこはま',
  ];
  const used = new Set<string>();
  for (const { why } of typed.flatMap(hits)) {
    const id = why.id.replace('ui.lookup.why.', '');
    used.add(id);
    const words = [...(reasons[id] ?? '{{.missing}}').matchAll(/\{\{\.(\w+)\}\}/g)].map(([, name = '']) => name);
    for (const word of words) expect(why.args[word], id).toBeTruthy();
  }
  expect([...Object.keys(reasons)].filter((id) => !used.has(id))).toEqual([]);
});

test('what is pasted by mistake does not stop the screen', () => {
  const start = performance.now();
  lookup('国'.repeat(1_000_000), index);
  expect(performance.now() - start).toBeLessThan(500);
});

test('a city comes before a town of the same name, also with its insurance', () => {
  const index = prepare(directory);
  expect(lookup('横浜 国保', index).hits[0]?.id).toBe('kokuho-14100');
  expect(lookup('横浜', index).hits[0]?.id).toBe('municipality-14100');
});

test('letters that are no reading find nothing', () => {
  const index = prepare(directory);
  expect(lookup('zzzzqq', index).hits).toEqual([]);
  expect(lookup('xx', index).hits).toEqual([]);
});

test.each(['相談センター 神奈川', '相談支援センター 神奈川', '配偶者暴力 神奈川'])('%s finds the centre', (typed) => {
  expect(lookup(typed, prepare(directory)).hits[0]?.id).toBe('dv-center-14');
});
