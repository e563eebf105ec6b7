// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { fold, key, plain } from './fold';

describe('one spelling for', () => {
  test.each([
    ['width', 'ＫＤＤＩ健保', 'KDDI健保'],
    ['half-width kana', 'ﾖｺﾊﾏｼ', 'よこはまし'],
    ['half-width voicing marks', 'ﾅｺﾞﾔ', 'ナゴヤ'],
    ['detached voicing marks', 'か゛まごおり', 'がまごおり'],
    ['combining voicing marks', 'か\u3099', 'が'],
    ['katakana', 'サイタマ', 'さいたま'],
    ['a hyphen for a long mark', 'センタ−', 'センター'],
    ['the half-width long mark', 'ｾﾝﾀｰ', 'センター'],
    ['case', 'Jxグループ', 'JXグループ'],
    ['sawa', '金澤市', '金沢市'],
    ['sai', '齋藤', '斎藤'],
    ['three forms of sai', '齊斉', '斎斎'],
    ['hen', '渡邊', '渡辺'],
    ['another hen', '渡邉', '渡辺'],
    ['taka', '髙岡市', '高岡市'],
    ['saki', '長﨑市', '長崎市'],
    ['a sign outside the first plane', '𠮷野', '吉野'],
    ['variation selectors', '葛\u{e0100}城市', '葛城市'],
    ['compatibility ideographs', '神戶\ufa19', '神戸神'],
    ['the small ga', '茅ケ崎市', '茅ヶ崎市'],
    ['ga in hiragana', '茅が崎市', '茅ヶ崎市'],
    ['no in katakana', '山ノ内町', '山の内町'],
    ['no in kanji', '山之内町', '山ノ内町'],
    ['the repetition mark', '佐々町', '佐佐町'],
    ['a company', '㈱東芝', '東芝'],
    ['a company in brackets', '（株）東芝', '東芝'],
    ['a company in one sign', '㍿東芝', '東芝'],
    ['a company written out', '東芝株式会社', '東芝'],
    ['a limited company', '(有)東芝', '東芝'],
    ['punctuation', '日本私立学校振興・共済事業団', '日本私立学校振興共済事業団'],
    ['spaces of all kinds', '名 古　屋\u00a0市', '名古屋市'],
    ['invisible characters', '横\u200b浜\ufeff市', '横浜市'],
  ])('%s', (_, typed, written) => {
    expect(key(typed)).toBe(key(written));
  });
});

test('what differs stays different', () => {
  expect(key('しゅう')).not.toBe(key('しゆう'));
  expect(key('かき')).not.toBe(key('がき'));
  expect(key('つがる市')).not.toBe(key('つける市'));
  expect(key('東区')).not.toBe(key('北区'));
});

test('words are parted by one space', () => {
  expect(fold(' 横浜市、　港北区 ')).toBe('横浜市 港北区');
  expect(fold('Yokohama-shi')).toBe('yokohamashi');
  expect(fold("shin'onsen")).toBe('shinonsen');
});

test('folding twice changes nothing', () => {
  for (const text of [
    '㈱髙﨑ﾌﾞｯｸ ケンポ',
    '茅ヶ崎市',
    '佐々町',
    '佐々々町',
    '山之内町',
    'か゛',
    'か\u200b゛',
    'İ゛',
    "区ケ'部",
  ])
    expect(fold(fold(text))).toBe(fold(text));
});

test('nothing but signs is nothing', () => {
  for (const text of ['', ' ', '、。', '\u200b', '（株）', '\ud800', '🙂']) expect(key(text)).toBe('');
  expect(plain('\u0000a\u0007')).toBe('a');
});
