// @vitest-environment node
// What holds of the look-up for every text, in any script, whole or cut anywhere, against the real directory.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Directory } from '../directory/directory.gen';
import { holds } from '../testing/property';
import { fold, key, plain } from './fold';
import { lookup, prepare } from './lookup';
import { checkDigit, checkDigitOk, decode } from './number';
import { LIMIT } from './search';
import { sound } from './sound';

const directory = JSON.parse(
  readFileSync(new URL('../../../.build/directory.json', import.meta.url), 'utf8'),
) as Directory;
const index = prepare(directory);
const known = new Set(index.entries.flatMap(({ target, kokuho }) => [target.id, kokuho?.id]));
const numbered = index.entries.filter(({ number }) => number !== '');
const places = index.entries.filter(({ target }) => target.kind === 'municipality');

/** Letters as they are typed here, among them those that folding changes; else anything Unicode has. */
const letters =
  'あかがゃーアガｶﾞヶケ々〆ヽ北区府中市町村渡邊邉髙﨑齋株式会社㈱（）国保けんぽ健康保険組合協会支部' +
  "aAｚＺōŌIİıßﬁǆ'’01８９-‐－ー−・、。 　\u200b\u3099\u309a\u309b\uff9e\u0301\ufe00\u20e3\u0000";
const texts = fc.oneof(
  fc.string({ unit: fc.constantFrom(...letters), maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
);
const wide = (text: string) =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).replaceAll(' ', '\u3000');

describe('folding', () => {
  test.each<[string, (text: string) => string]>([
    ['plain', plain],
    ['fold', fold],
  ])('%s done twice is done once', (_, make) => {
    holds(
      fc.property(texts, (text) => {
        expect(make(make(text))).toBe(make(text));
        expect(key(fold(text))).toBe(key(text));
      }),
      2000,
    );
  });

  test('width, case and what does not show are the same to it', () => {
    holds(
      fc.property(texts, (text) => {
        expect(fold(wide(text))).toBe(fold(text));
        expect(fold(`\ufeff ${text}\u200b\n`)).toBe(fold(text));
      }),
      1000,
    );
  });

  test('what sounds alike is told in small letters, or not at all', () => {
    holds(
      fc.property(texts, (text) => {
        expect(sound(fold(text)) ?? '').toMatch(/^[a-z]*$/);
      }),
      1000,
    );
  });
});

test('every text has an answer: no more hits than fit, none twice, and each of them something there is', () => {
  holds(
    fc.property(texts, (text) => {
      const { hits, number } = lookup(text, index);
      expect(hits.length).toBeLessThanOrEqual(LIMIT);
      expect(new Set(hits.map(({ id }) => id)).size).toBe(hits.length);
      expect(hits.filter(({ id }) => !known.has(id))).toEqual([]);
      if (number) expect(number.normalized).toMatch(/^\d{0,8}$/);
    }),
    150,
  );
});

test('what is pasted beyond a hundred characters is not looked at', () => {
  holds(
    fc.property(
      fc.string({ unit: fc.constantFrom(...letters), minLength: 100, maxLength: 100 }),
      texts,
      (text, more) => {
        expect(lookup(text.slice(0, 100) + more, index)).toEqual(lookup(text.slice(0, 100), index));
      },
    ),
    20,
  );
});

describe('a number', () => {
  const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 10 });

  test('that somebody has is found first, and nothing else is, however it is written', () => {
    holds(
      fc.property(fc.constantFrom(...numbered), fc.boolean(), fc.nat(8), (entry, isWide, at) => {
        const typed = `${entry.number.slice(0, at)} ${entry.number.slice(at)}`;
        const { number, hits } = lookup(isWide ? wide(typed) : typed, index);
        expect(number?.whole).toBe(true);
        expect(hits.map(({ id }) => id)).toContain(entry.target.id);
        const found = hits.map(({ id }) => numbered.find(({ target }) => target.id === id)?.number);
        expect(new Set(found)).toEqual(new Set([entry.number]));
      }),
      150,
    );
  });

  test('is whole only with its check digit, and no other figure at any place is as right', () => {
    holds(
      fc.property(digits, (typed) => {
        const reading = decode(typed, directory);
        if (reading?.whole) expect(checkDigitOk(reading.normalized)).toBe(true);
        for (const candidate of reading?.candidates ?? []) expect(decode(candidate, directory)?.whole).toBe(true);
        const right = typed + checkDigit(typed);
        const others = [...right].flatMap((figure, i) =>
          [...'0123456789']
            .filter((other) => other !== figure)
            .map((other) => right.slice(0, i) + other + right.slice(i + 1)),
        );
        expect(others.filter(checkDigitOk)).toEqual([]);
      }),
      500,
    );
  });

  test('typed further finds fewer, and none that was not found before', () => {
    holds(
      fc.property(fc.constantFrom(...numbered), ({ number }) => {
        for (let length = 2; length < 7; length++) {
          const [few, more] = [lookup(number.slice(0, length + 1), index), lookup(number.slice(0, length), index)];
          const listed =
            more.number?.whole === false && more.number.candidates.length === 0 && few.number?.whole === false;
          if (!listed || few.number?.candidates.length || more.hits.length === LIMIT) continue;
          const before = more.hits.map(({ id }) => id);
          expect(few.hits.filter(({ id }) => !before.includes(id))).toEqual([]);
        }
      }),
      100,
    );
  });
});

describe('a place', () => {
  test('is found first by its whole name, with its prefecture before it', () => {
    holds(
      fc.property(fc.constantFrom(...places), ({ target }) => {
        expect(lookup(target.area + target.name, index).hits[0]?.id).toBe(target.id);
      }),
      80,
    );
  });

  test('stays found while its name is typed, unless more begin like it than fit', () => {
    holds(
      fc.property(fc.constantFrom(...places), fc.nat(6), ({ target }, at) => {
        const typed = target.name.slice(0, 1 + (at % target.name.length));
        const { hits } = lookup(typed, index);
        if (hits.length < LIMIT) expect(hits.map(({ id }) => id)).toContain(target.id);
      }),
      80,
    );
  });

  test('is found whether it is typed wide or narrow, with or without spaces', () => {
    holds(
      fc.property(fc.constantFrom(...places), ({ target }) => {
        const found = lookup(target.name, index).hits;
        expect(lookup(wide(target.name), index).hits).toEqual(found);
        expect(lookup(` ${target.name}\u3000`, index).hits).toEqual(found);
      }),
      40,
    );
  });
});
