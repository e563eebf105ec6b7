import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followVoices } from '../app/speech';
import { addText, chrome, her, SOURCE, setText } from '../text/words';
import { Both, BothProse } from './Both';
import { ReadAloud } from './ReadAloud';

const term = { id: 'card', term: '証', reading: 'しょう', romaji: 'sho' };

beforeEach(() => {
  const messages = { a: '一行\n- 項目', one: '証を見せる', whole: '一\n二' };
  setText({ locale: 'ja', messages, readings: { 一行: 'いちぎょう' } }, { terms: [term], strict: false });
  const vietnamese = { a: 'dòng\n- mục', one: 'đưa {card}', whole: 'một', 'glossary.card': 'thẻ' };
  addText('vi', { locale: 'vi', messages: vietnamese, stale: ['whole'] });
  addText('ja-Hira', { locale: 'ja-Hira', messages: { a: '一行' } });
  her.value = 'vi';
});
afterEach(() => {
  her.value = SOURCE;
  chrome.value = SOURCE;
  cleanup();
  vi.unstubAllGlobals();
});

const sides = (container: Element) =>
  [...container.querySelectorAll('.both')].map((two) => [...two.children].map((side) => side.textContent));

test('every line stands beside its Japanese, and says its language', () => {
  const { container } = render(<BothProse id="a" />);
  expect(sides(container)).toEqual([
    ['dòng', '一行'],
    ['mục', '項目'],
  ]);
  expect([...container.querySelectorAll('.both > span')].map((side) => side.getAttribute('lang'))).toEqual([
    'vi',
    null,
    'vi',
    null,
  ]);
});

test('a translation in another shape stands beside it as a whole, and says that it is stale', () => {
  const { container } = render(<BothProse id="whole" />);
  expect(sides(container)).toEqual([['một', '一二']]);
  expect(container.textContent).toContain('ui.language.stale');
});

test('an official word carries gloss, Japanese with reading, and romaji', () => {
  const { container } = render(<Both id="one" />);
  expect(container.querySelector('.both__hers')?.textContent).toBe('đưa thẻ (証(しょう), sho)');
  expect(container.querySelector('ruby')?.lang).toBe('ja');
  expect(container.querySelector('[lang="ja-Latn"]')?.textContent).toBe('sho');
});

test('easy Japanese always has its readings', () => {
  her.value = 'ja-Hira';
  const { container } = render(<Both id="a" />);
  expect([...container.querySelectorAll('rt')].map((rt) => rt.textContent)).toEqual(['いちぎょう']);
});

test('one language needs no second', () => {
  her.value = SOURCE;
  const { container } = render(<Both id="one" />);
  expect(container.innerHTML).toBe('証を見せる');
});

test('reading aloud is offered only where the device has a voice of her language', () => {
  const device = { getVoices: () => [{ lang: 'vi-VN', localService: true }] };
  render(<ReadAloud ids={['one']} />);
  expect(screen.queryByRole('button')).toBeNull();
  vi.stubGlobal('speechSynthesis', device);
  followVoices();
  cleanup();
  render(<ReadAloud ids={['one']} />);
  expect(screen.queryByRole('button')).not.toBeNull();
});
