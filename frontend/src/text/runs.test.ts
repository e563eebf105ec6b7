import { expect, test } from 'vitest';
import { runs } from './runs';

const japanese = (text: string, lang: string) =>
  runs(text, lang)
    .filter((run) => run.japanese)
    .map((run) => run.text);

test('Japanese within another language is found, and nothing is lost', () => {
  const text = 'ส่ง (資格確認書 shikaku) และ マイナポータル';
  expect(japanese(text, 'th')).toEqual(['資格確認書', 'マイナポータル']);
  expect(
    runs(text, 'th')
      .map((run) => run.text)
      .join(''),
  ).toBe(text);
});

test('in Chinese only kana tell', () => {
  expect(japanese('打开マイナポータル（資格確認書）', 'zh-Hans')).toEqual(['マイナポータル']);
});

test('Japanese is not cut, nor an empty text lost', () => {
  expect(runs('資格確認書', 'ja')).toEqual([{ text: '資格確認書', japanese: false }]);
  expect(runs('', 'vi')).toEqual([{ text: '', japanese: false }]);
});
