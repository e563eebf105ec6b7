// @vitest-environment node
import { beforeEach, expect, test } from 'vitest';
import { pieces, plain, spoken } from './terms';
import { addText, setText } from './words';

const term = { id: 'card', term: '証', reading: 'しょう', romaji: 'sho' };

beforeEach(() => {
  setText({ locale: 'ja', messages: {} }, { terms: [term, { ...term, id: 'paper', term: '紙' }] });
  addText('vi', { locale: 'vi', messages: { 'glossary.card': 'the' } });
  addText('ja-Hira', { locale: 'ja-Hira', messages: { 'glossary.card': 'かみ' } });
});

test.each([
  [
    'the first time in full, then short',
    'vi',
    'A {card}, b {card}.',
    'A the (証・しょう・sho), b the (証).',
    'A the, b the.',
  ],
  ['without a gloss it is the Japanese', 'vi', '{paper}', '紙・しょう・sho', 'sho'],
  ['in easy Japanese the word comes first', 'ja-Hira', '{card} {card}', '証〈かみ〉 証', 'しょう しょう'],
  ['what names no term stays', 'vi', '{other} {', '{other} {', '{other} {'],
  ['Japanese holds no tokens', 'ja', '{card}', '{card}', '{card}'],
])('%s', (_, lang, text, copied, heard) => {
  expect([plain(text, lang), spoken(text, lang)]).toEqual([copied, heard]);
});

test('words and terms stand in the order of the text', () => {
  expect(pieces('a {card} b', 'vi')).toEqual(['a ', { term, gloss: 'the', again: false }, ' b']);
});
