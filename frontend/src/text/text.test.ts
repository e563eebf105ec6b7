// @vitest-environment node
import { beforeEach, describe, expect, test } from 'vitest';
import { has, maybe, readings, setText, stepText, t } from './text';

const messages = {
  'ui.home.title': 'ホーム',
  'ui.left': 'あと{{.count}}問({{.count}})',
  'step.old_card.do': 'いつもの文',
  'step.old_card.say': '話す',
  'step.old_card.kokuho.do': '国保の文',
};
const blob = { locale: 'ja', messages, readings: { 保険: 'ほけん' } };

beforeEach(() => setText(blob, { strict: true }));

test('fills every placeholder, zero included', () => {
  expect(t('ui.left', { count: 0 })).toBe('あと0問(0)');
});

test('a value is never read as a placeholder or a pattern', () => {
  expect(t('ui.left', { count: '$&{{.count}}' })).toBe('あと$&{{.count}}問($&{{.count}})');
});

describe('the text of a step', () => {
  test.each([
    ['the variant of the day', 'kokuho', 'do', '国保の文'],
    ['its own where the variant says nothing', 'kokuho', 'say', '話す'],
    ['its own without a variant', undefined, 'do', 'いつもの文'],
    ['null where there is none', 'kokuho', 'phone', null],
  ])('is %s', (_, variant, field, want) => {
    expect(stepText('old_card', variant, field)).toBe(want);
  });
});

test('a missing message stops development and shows its ID in production', () => {
  expect(() => t('ui.nothing')).toThrow('ui.nothing');
  expect(() => t('ui.left')).toThrow('count');
  setText(blob, { strict: false });
  expect(t('ui.nothing')).toBe('ui.nothing');
  expect(t('ui.left')).toContain('ui.left');
});

test('names of the language itself are no messages', () => {
  expect(has('constructor')).toBe(false);
  expect(maybe('toString')).toBeNull();
});

test('a new release brings its own readings', () => {
  expect(readings.value).toEqual({ 保険: 'ほけん' });
  setText({ locale: 'ja', messages });
  expect(readings.value).toEqual({});
});
