// @vitest-environment node
import { expect, test } from 'vitest';
import { createDays, dayIn, isDay } from './day';

const content = { covers_from: '2024-12-02', reviewed_on: '2026-11-20' };
const at = (instant: string) => () => new Date(instant);

test.each([
  ['2026-11-22T14:59:59Z', '2026-11-22'],
  ['2026-11-22T15:00:00Z', '2026-11-23'],
  ['2024-12-31T15:00:00Z', '2025-01-01'],
  ['2026-11-22T23:00:00-10:00', '2026-11-23'],
])('%s is %s in Japan', (instant, day) => {
  expect(dayIn(new Date(instant))).toBe(day);
});

test.each([
  ['2026-02-28', true],
  ['2026-02-29', false],
  ['2026-11-31', false],
  ['2026-1-1', false],
  ['', false],
])('%j is a day: %s', (text, want) => {
  expect(isDay(text)).toBe(want);
});

test('today follows the clock when it is read again', () => {
  let instant = '2026-11-22T14:00:00Z';
  const days = createDays(() => new Date(instant), '2026-11-01');
  days.setContent(content);
  instant = '2026-11-22T15:00:00Z';
  expect(days.day.value).toBe('2026-11-22');
  days.refresh();
  expect(days.day.value).toBe('2026-11-23');
  expect(days.clockWrong.value).toBe(false);
});

test.each([
  ['the build', '2026-11-21', '2026-11-21'],
  ['the content', '2026-11-01', '2026-11-20'],
])('a clock behind %s is said to be wrong, and the known day counts', (_, build, day) => {
  const days = createDays(at('1970-01-01T00:00:00Z'), build);
  days.setContent(content);
  expect(days.clockWrong.value).toBe(true);
  expect(days.day.value).toBe(day);
  expect(days.isAsOf.value).toBe(false);
});

test('a chosen day is marked as not today, until it is taken back', () => {
  const days = createDays(at('2026-11-22T00:00:00Z'), '2026-11-01');
  days.setContent(content);
  expect(days.setAsOf('2025-12-01')).toBe(true);
  expect([days.day.value, days.isAsOf.value, days.today.value]).toEqual(['2025-12-01', true, '2026-11-22']);
  expect(days.setAsOf(null)).toBe(true);
  expect([days.day.value, days.isAsOf.value]).toEqual(['2026-11-22', false]);
});

test.each(['2024-12-01', '2026-02-30', 'x'])('the day %j is refused and changes nothing', (bad) => {
  const days = createDays(at('2026-11-22T00:00:00Z'), '2026-11-01');
  days.setContent(content);
  expect(days.setAsOf(bad)).toBe(false);
  expect(days.day.value).toBe('2026-11-22');
});
