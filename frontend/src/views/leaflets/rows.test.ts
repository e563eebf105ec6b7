import { beforeEach, describe, expect, it } from 'vitest';
import type { Leaflet } from '../../engine/bundle.gen';
import { addText, setText } from '../../text/words';
import { type Job, rowsOf } from './rows';
import type { Cell } from './spans';

const leaflet: Leaflet = {
  id: 'sample',
  audience: 'client',
  version: '2026-11-22',
  review_by: '2027-01-31',
  formats: ['a4'],
  languages: ['ja', 'en'],
  blocks: [
    { id: 'what', kind: 'text' },
    { id: 'later', kind: 'text', from: '2027-01-01' },
    { id: 'order', kind: 'steps' },
    { id: 'note', kind: 'boxes', fields: ['desk', 'phone'] },
    { id: 'calls', kind: 'lines', helplines: ['one', 'two'] },
    { id: 'more', kind: 'link' },
  ],
};

const job: Job = {
  leaflet,
  languages: ['ja'],
  day: '2026-11-22',
  origin: '',
  values: {},
  numbers: new Map([
    ['one', '110'],
    ['two', '#1'],
  ]),
};

const words = (cells: readonly Cell[]) =>
  cells.map(({ spans }) => spans.map((span) => (typeof span === 'string' ? span : `<${span.japanese}>`)).join(''));

beforeEach(() => {
  setText(
    {
      locale: 'ja',
      messages: {
        'leaflet.sample.title': 'T',
        'leaflet.sample.what.title': 'What',
        'leaflet.sample.what.body': 'A\nB\n- i\n- j',
        'leaflet.sample.order.body': '- first\n- second',
        'leaflet.sample.calls.two': 'Own words',
        'helpline.one.name': 'One',
        'helpline.one.hours': 'Always',
        'leaflet.box.desk': 'Desk',
        'leaflet.box.phone': 'Phone',
        'leaflet.box.insurer': 'Insurer',
        'leaflet.link.text': 'Page',
      },
    },
    { strict: false, terms: [{ id: 'card', term: 'K', reading: 'k', romaji: 'kei' }] },
  );
  addText('en', {
    locale: 'en',
    messages: {
      'leaflet.sample.title': 'Title',
      'leaflet.sample.what.title': 'What, in English',
      'leaflet.sample.what.body': 'a {card}\nb\n- ii {card}\n- jj',
      'glossary.card': 'the card',
      'leaflet.link.text': 'Page',
    },
  });
});

describe('rowsOf', () => {
  it('gives the blocks of the day in their order', () => {
    expect(rowsOf(job).map(({ kind }) => kind)).toEqual([
      'title',
      'heading',
      'p',
      'p',
      'item',
      'item',
      'step',
      'step',
      'boxes',
      'call',
      'call',
    ]);
  });

  it('stands two languages side by side, line for line, under the same numbers', () => {
    const rows = rowsOf({ ...job, languages: ['en', 'ja'] });
    expect(rows[1]).toMatchObject({ kind: 'heading', number: 1 });
    expect(rows.slice(2, 6).map((row) => 'cells' in row && words(row.cells))).toEqual([
      ['a the card (<K, k>, kei)', 'A'],
      ['b', 'B'],
      ['ii the card (<K>)', 'i'],
      ['jj', 'j'],
    ]);
  });

  it('prints the own words of a line instead of its name and hours', () => {
    const calls = rowsOf(job).filter((row) => row.kind === 'call');
    expect(calls.map((row) => [words(row.name), row.number, words(row.hours)])).toEqual([
      [['One'], '110', ['Always']],
      [['Own words'], '#1', []],
    ]);
  });

  it('leaves boxes empty, and adds none, unless it was asked for', () => {
    const boxes = (values: Job['values']) =>
      rowsOf({ ...job, values }).flatMap((row) => (row.kind === 'boxes' ? row.fields : []));
    expect(boxes({}).map(({ id, value }) => [id, value])).toEqual([
      ['desk', ''],
      ['phone', ''],
    ]);
    expect(boxes({ insurer: 'X', phone: '1' }).map(({ id, value }) => [id, value])).toEqual([
      ['insurer', 'X'],
      ['desk', ''],
      ['phone', '1'],
    ]);
  });

  it('leads to the neutral page of the language, where there is an origin', () => {
    const links = rowsOf({ ...job, languages: ['en', 'ja'], origin: 'https://a.example' }).flatMap((row) =>
      row.kind === 'link' ? row.links : [],
    );
    expect(links.map(({ address }) => address)).toEqual(['https://a.example/i/en', 'https://a.example/i/ja']);
  });
});
