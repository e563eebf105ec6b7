// @vitest-environment node
import { expect, test } from 'vitest';
import { type Segment, segment } from './furigana';

const readings = {
  保険: 'ほけん',
  保険者: 'ほけんしゃ',
  資格確認書: 'しかくかくにんしょ',
  お知らせ: 'おしらせ',
  申し込み: 'もうしこみ',
  届く: 'とどく',
  マイナ保険証: 'まいなほけんしょう',
  '75歳': 'ななじゅうごさい',
  '(日)': '(にち)',
  日: 'ひ',
  '2日': 'ふつか',
  か月: 'かげつ',
  '夫・妻': 'おっと・つま',
};

/** Ruby in brackets behind its base. */
const shown = (segments: Segment[]) => segments.map(({ base, ruby }) => (ruby ? `${base}[${ruby}]` : base)).join('|');

test.each([
  ['plain kana stay one piece', 'これはひらがな', 'これはひらがな'],
  ['a known word stands with its reading', '保険が', '保険[ほけん]|が'],
  ['the longest word wins', '保険者に', '保険者[ほけんしゃ]|に'],
  ['kana before and after a word carry no ruby', 'お知らせです', 'お|知[し]|らせです'],
  ['kana inside a word carry no ruby', '申し込み', '申[もう]|し|込[こ]|み'],
  ['katakana match a reading in hiragana', 'マイナ保険証', 'マイナ|保険証[ほけんしょう]'],
  ['digits are read with their word', '75歳です', '75歳[ななじゅうごさい]|です'],
  ['a number is read whole or not at all', '2日と22日と12日', '2日[ふつか]|と22日と12日'],
  ['a single kanji is not read behind an unknown number', '5日の日', '5日の|日[ひ]'],
  ['a longer word behind a number is', '3か月', '3か|月[げつ]'],
  ['brackets and dots carry no ruby', '(日)夫・妻', '(|日[にち]|)|夫[おっと]|・|妻[つま]'],
  ['an unknown kanji stays as it is', '薬の保険', '薬の|保険[ほけん]'],
  ['characters outside the basic plane stay whole', '𠮷保険', '𠮷|保険[ほけん]'],
  ['nothing gives nothing', '', ''],
])('%s', (_, text, want) => {
  expect(shown(segment(text, readings))).toBe(want);
});

test('a reading that does not fit the kana of its word stands over the whole word', () => {
  expect(segment('届く', { 届く: 'とどける' })).toEqual([{ base: '届く', ruby: 'とどける' }]);
});

test('katakana in a reading stay katakana', () => {
  expect(segment('無料Wi案内', { 無料: 'ムりょう' })[0]).toEqual({ base: '無料', ruby: 'ムりょう' });
});

test('the text itself is never changed', () => {
  const text = '保険者からのお知らせ、マイナ保険証の申し込み。𠮷';
  expect(
    segment(text, readings)
      .map(({ base }) => base)
      .join(''),
  ).toBe(text);
});
