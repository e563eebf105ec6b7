// @vitest-environment node
import { readFileSync } from 'node:fs';
import { parse } from 'smol-toml';
import { describe, expect, test } from 'vitest';
import type { Directory } from '../directory/directory.gen';
import { checkDigit, checkDigitOk, decode, type NumberReading } from './number';

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const directory = JSON.parse(read('.build/directory.json')) as Directory;
const messages = parse(read('locales/lookup.ja.toml')) as unknown as {
  ui: { lookup: { note: Record<string, string> } };
};

const say = (typed: string) => decode(typed, directory);
const note = (typed: string) => say(typed)?.note.id.replace('ui.lookup.note.', '');
const expected = (part: Partial<NumberReading>) => expect.objectContaining(part);

test('the check digit of every vector is judged as its source does', () => {
  const rows = read('server/directory/testdata/insurer_numbers.csv')
    .trim()
    .split('\n')
    .map((row) => row.split(','))
    .filter(([number]) => /^\d+$/.test(number ?? ''));
  expect(rows.length).toBe(94);
  for (const [number = '', valid] of rows) {
    expect(say(number)?.check_digit_ok, number).toBe(valid === 'true');
    if (valid === 'false') expect(say(number)?.whole, number).toBe(false);
  }
});

describe('a number is the same in every way of writing it', () => {
  test.each([
    '01130012',
    '０１１３００１２',
    '0113-0012',
    '01-13-001-2',
    '01 13 001 2',
    '０１１３－００１２',
    '0113‐0012',
    '0113–0012',
    '0113ー0012',
    ' 01130012\n',
    '01130012\u200b',
    '①'.replace('①', '01130012'),
    '保険者番号 01130012',
    '保険者番号：０１１３００１２',
    'No.01130012',
  ])('%s', (typed) => {
    expect(say(typed)).toEqual(say('01130012'));
  });
});

describe('what a whole number says', () => {
  test.each([
    ['01130012', 'kyokai', '13', 'kyokai'],
    ['02130011', 'kyokai', '13', 'kyokai_scheme'],
    ['06132559', 'kenpo_union', '13', 'union'],
    ['33280017', 'mutual_aid', '28', 'union'],
    ['39342027', 'late_elderly', '34', 'late_elderly'],
    ['040014', 'kokuho', '04', 'kokuho'],
    ['143024', 'kokuho_union', '14', 'kokuho_union'],
    ['00143024', 'kokuho_union', '14', 'kokuho_union'],
    ['67040014', 'kokuho', '04', 'retired_unsure'],
  ])('%s', (typed, kind, prefecture, id) => {
    expect(say(typed)).toEqual(
      expected({ kind: kind as NumberReading['kind'], prefecture, check_digit_ok: true, whole: true }),
    );
    expect(note(typed)).toBe(id);
  });

  test('every scheme gives its kind and its name', () => {
    for (const { law, kind, name } of directory.schemes) {
      const body = `${law}${law === '' ? '13' : '63'}001`;
      expect(say(body + checkDigit(body)), law).toEqual(
        expected({ kind, scheme: name, prefecture: '13', whole: true }),
      );
    }
  });

  test('a prefecture has two numbers', () => {
    for (const { number, alternate } of directory.prefectures) {
      for (const two of [number, alternate]) {
        const body = `06${two}123`;
        expect(say(body + checkDigit(body))?.prefecture).toBe(number);
      }
    }
    for (const two of ['00', '48', '49', '50', '98', '99']) {
      const body = `06${two}123`;
      expect(say(body + checkDigit(body))).toEqual(expected({ prefecture: null, whole: false }));
      expect(note(body + checkDigit(body))).toBe('no_prefecture');
    }
  });

  test('padding with 00 is taken off, 67 is kept', () => {
    expect(say('00040014')?.normalized).toBe('040014');
    expect(say('67040014')?.normalized).toBe('67040014');
  });

  test('a branch number nobody listed is not that of the branch', () => {
    const body = '0113002';
    expect(note(body + checkDigit(body))).toBe('kyokai_other');
  });

  test('a number in the directory is told with its name', () => {
    const own = {
      ...directory,
      records: [{ id: 'x', kind: 'kenpo_union' as const, name: 'X', number: '06132559', source: 's' }],
    };
    expect(decode('06132559', own)?.note).toEqual({ id: 'ui.lookup.note.record', args: { name: 'X' } });
  });
});

describe('what is wrong is said', () => {
  test.each([
    ['06130480', 'wrong'],
    ['01130013', 'wrong'],
    ['040015', 'wrong_six'],
    ['00040015', 'wrong_six'],
    ['48280861', 'unknown_law'],
    ['12345678', 'unknown_law'],
    ['123456789', 'long'],
    ['99', 'part_unknown'],
  ])('%s', (typed, id) => {
    expect(note(typed)).toBe(id);
    expect(say(typed)?.whole).toBe(false);
  });
});

describe('a lost zero is offered, never assumed', () => {
  test.each([
    ['1130012', '01130012'],
    ['6132559', '06132559'],
    ['40014', '040014'],
  ])('%s', (typed, whole) => {
    expect(say(typed)).toEqual(
      expected({ candidates: [whole], normalized: typed, check_digit_ok: false, whole: false }),
    );
    expect(note(typed)).toBe('lost_zero');
  });

  test('only when the number would check', () => {
    expect(say('1130013')?.candidates).toEqual([]);
    expect(note('1130013')).toBe('seven');
  });
});

describe('while it is typed', () => {
  test.each([
    ['0', 'more', '', null],
    ['01', 'part_either', '', null],
    ['0613', 'part_either', '', null],
    ['14', 'part_kokuho', 'kokuho', '14'],
    ['143', 'part_kokuho', 'kokuho_union', '14'],
    ['00', 'part_padded', 'kokuho', null],
    ['0014302', 'part_padded', 'kokuho', null],
    ['0613255', 'seven_scheme', 'kenpo_union', '13'],
  ])('%s', (typed, id, kind, prefecture) => {
    expect(note(typed)).toBe(id);
    expect(say(typed)).toEqual(
      expected({ kind: (kind || 'other') as NumberReading['kind'], prefecture, whole: false }),
    );
  });
});

describe('what is something else is called so', () => {
  test.each([
    ['03-5253-1111', 'phone'],
    ['0352531111', 'phone'],
    ['090-1234-5678', 'phone'],
    ['(03)5253-1111', 'phone'],
    ['+81-3-5253-1111', 'phone'],
    ['0120-279-889', 'phone'],
    ['０３－５２５３－１１１１', 'phone'],
    ['160-8601', 'postal'],
    ['〒1608601', 'postal'],
    ['2026-11-22', 'date'],
    ['2026/11/22', 'date'],
    ['2026年11月22日', 'date'],
    ['1985.3.4', 'date'],
    ['20261122', 'date'],
    ['123456789012', 'individual'],
    ['1234 5678 9012', 'individual'],
  ])('%s', (typed, id) => {
    expect(note(typed)).toBe(id);
    expect(say(typed)).toEqual(
      expected({ normalized: '', check_digit_ok: false, scheme: '', kind: 'other', prefecture: null }),
    );
  });

  test.each(['33280017', '32130213', '143024', '040014'])('%s written like a telephone number', (digits) => {
    const body = digits.slice(0, -1);
    const right = body + checkDigit(body);
    expect(note(right)).not.toBe('maybe_phone');
    const parted = right.replace(/(....)$/, '-$1');
    expect(note(parted)).toBe(parted.startsWith('0') ? note(right) : 'maybe_phone');
  });

  test.each([
    '',
    ' ',
    '横浜市',
    '110番',
    '#8008',
    'R8.11.22',
    '75歳',
    '-',
    '1丁目',
    '記号 12 番号 34',
    '٠١١٣٠٠١٢',
    'kddi',
  ])('%s is no number', (typed) => {
    expect(say(typed)).toBeNull();
  });
});

test('no note says that a number is in use, but those of numbers in the directory', () => {
  for (const id of ['kyokai_scheme', 'late_elderly', 'kokuho', 'kokuho_union', 'retired', 'union', 'scheme']) {
    for (const one of [id, `${id}_unsure`]) {
      const text = messages.ui.lookup.note[one];
      if (text === undefined) expect(one).toMatch(/^(late_elderly|kokuho|kokuho_union)_unsure$/);
      else expect(text).toContain('この番号が使われているかどうか');
    }
  }
});

test('any text whatever gives a sound reading or none', { timeout: 60_000 }, () => {
  const pieces = [
    ...'0123456789',
    ...'0123456789',
    ...'０１２３４５６７８９',
    ...'①⑨²٣৪〇一',
    ...'--‐–—−ーｰ  　/.,()+#〒:',
    ...[
      '\u200b',
      '\ufeff',
      '\u202e',
      '\u0000',
      '\n',
      '\ud800',
      '\udc00',
      '🙂',
      '1️⃣',
      'か\u3099',
      'ｶﾞ',
      '\u0301',
      '\u{e0100}',
    ],
    ...['保険者番号', '№', '横浜市', '国保', '年', '月', '日', 'No.', 'e', 'x'],
    ...['01', '06', '39', '67', '00', '13', '63', '67040014', '0113', '06132559'],
  ];
  let seed = 20261122;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const known = new Set(directory.records.map(({ number }) => number));
  const texts = messages.ui.lookup.note;
  let whole = 0;
  for (let i = 0; i < 200_000; i++) {
    const mostlyDigits = i % 2 === 0 ? 20 : pieces.length;
    const typed = Array.from({ length: 1 + random(i % 3 === 0 ? 10 : 8) }, () => pieces[random(mostlyDigits)]).join('');
    const reading = say(typed);
    if (!reading) continue;
    if (reading.whole) whole++;
    const fault = faultOf(reading, texts, known);
    if (fault) expect.fail(`${JSON.stringify(typed)}: ${fault}: ${JSON.stringify(reading)}`);
  }
  expect(whole).toBeGreaterThan(100);
});

function faultOf(reading: NumberReading, texts: Record<string, string>, known: Set<string | undefined>): string | null {
  const { normalized, note: said, prefecture, candidates } = reading;
  const id = said.id.replace('ui.lookup.note.', '');
  const text = texts[id];
  if (!/^\d{0,8}$/.test(normalized)) return 'normal form';
  if (reading.check_digit_ok && !checkDigitOk(normalized)) return 'check digit';
  if (reading.whole && !(reading.check_digit_ok && prefecture && reading.scheme && /^(\d{6}|\d{8})$/.test(normalized)))
    return 'whole';
  if (prefecture !== null && !/^(0[1-9]|[1-3]\d|4[0-7])$/.test(prefecture)) return 'prefecture';
  if (!candidates.every((one) => checkDigitOk(one) && one.endsWith(normalized))) return 'candidate';
  if (['kyokai', 'record'].includes(id) && !known.has(normalized)) return 'claims that the number exists';
  if (text === undefined) return 'no text';
  const missing = [...text.matchAll(/\{\{\.(\w+)\}\}/g)].some(([, name = '']) => !said.args[name]);
  return missing ? 'argument' : null;
}
