// @vitest-environment node
import { afterEach, beforeEach, expect, test } from 'vitest';
import { maybePair, pair } from './pair';
import { t } from './text';
import { addText, chrome, her, SOURCE, setText } from './words';

const said = (id: string) => {
  const { main, under } = pair(id);
  return [main.text, under?.text ?? null];
};

beforeEach(() => {
  setText({ locale: 'ja', messages: { a: 'あ', old: '古', only: '独', day: '{{.day}}', 'step.x.phone': '電' } });
  addText('vi', { locale: 'vi', messages: { a: 'A-vi', old: 'old-vi', day: 'v {{.day}}' }, stale: ['old'] });
  addText('en', { locale: 'en', messages: { a: 'A-en', old: 'old-en', 'step.x.phone': 'call' }, stale: ['old'] });
});
afterEach(() => {
  her.value = SOURCE;
  chrome.value = SOURCE;
});

test.each([
  ['both Japanese: once', 'ja', 'ja', 'a', ['あ', null]],
  ['hers first, the Japanese beside it', 'vi', 'ja', 'a', ['A-vi', 'あ']],
  ['what hers lacks is Japanese', 'vi', 'ja', 'only', ['独', null]],
  ['a counselor who reads English has English beside hers', 'vi', 'en', 'a', ['A-vi', 'A-en']],
  ['a stale one has the Japanese beside it', 'vi', 'en', 'old', ['old-vi', '古']],
  ['the same language for both: the Japanese to point at', 'en', 'en', 'a', ['A-en', 'あ']],
  ['a Japanese client of an English reader', 'ja', 'en', 'a', ['あ', 'A-en']],
])('%s', (_, hers, own, id, want) => {
  her.value = hers;
  chrome.value = own;
  expect(said(id)).toEqual(want);
});

test('a translation says that it is stale', () => {
  her.value = 'vi';
  expect([pair('old').main.stale, pair('a').main.stale]).toEqual([true, false]);
});

test('each language fills in its own values', () => {
  her.value = 'vi';
  const two = pair('day', (lang) => ({ day: `in ${lang}` }));
  expect([two.main.text, two.under?.text]).toEqual(['v in vi', 'in ja']);
});

test('a text that is nowhere is none', () => {
  expect(maybePair('nothing')).toBeNull();
});

test('the counselor reads her own language, but speaks Japanese on the phone', () => {
  chrome.value = 'en';
  expect([t('a'), t('old'), t('only'), t('step.x.phone')]).toEqual(['A-en', '古', '独', '電']);
});

test('a new release takes the words of other languages away', () => {
  her.value = 'vi';
  setText({ locale: 'ja', messages: { a: 'い' } });
  expect(said('a')).toEqual(['い', null]);
});
