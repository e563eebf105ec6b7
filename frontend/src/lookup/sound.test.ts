// @vitest-environment node
import { expect, test } from 'vitest';
import { fold } from './fold';
import { sound } from './sound';

const heard = (text: string) => sound(fold(text));

test.each([
  ['おおさか', ['osaka', 'oosaka', 'ohsaka', 'Ōsaka', 'オーサカ']],
  ['とうきょう', ['tokyo', 'toukyou', 'tōkyō', 'tohkyo']],
  ['しんじゅく', ['shinjuku', 'sinzyuku', 'sinjuku']],
  ['ちよだ', ['chiyoda', 'tiyoda']],
  ['つくば', ['tsukuba', 'tukuba']],
  ['ふくおか', ['fukuoka', 'hukuoka']],
  ['ほっかいどう', ['hokkaido', 'hokkaidou', 'ホッカイドウ']],
  ['ぐんま', ['gunma', 'gumma']],
  ['しんばし', ['shimbashi', 'shinbashi']],
  ['しんおんせん', ["shin'onsen", 'shinonsen']],
  ['さっぽろ', ['sapporo', 'saporo']],
  ['こうち', ['kochi', 'kouchi', 'koti']],
  ['はっちょう', ['hatcho', 'hacchou', 'hattyo']],
  ['にいがた', ['niigata', 'nigata']],
])('%s sounds like its romanisations', (kana, romanised) => {
  for (const one of romanised) expect(heard(one)).toBe(heard(kana));
});

test('what is half typed is the beginning of the whole', () => {
  for (const [half, whole] of [
    ['yokoh', 'よこはま'],
    ['よこはｍ', 'よこはま'],
    ['sh', 'しんじゅく'],
    ['shinj', 'しんじゅく'],
    ['ts', 'つくば'],
    ['ch', 'ちよだ'],
    ['f', 'ふくおか'],
    ['ky', 'きょうと'],
  ] as const) {
    expect(heard(whole)?.startsWith(heard(half) ?? '-'), `${half} ${whole}`).toBe(true);
  }
});

test('kanji and digits have no sound', () => {
  for (const text of ['横浜', 'よこはま市', '1234', 'a1', '']) expect(heard(text)).toBeNull();
});
