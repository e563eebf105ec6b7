import { expect, it } from 'vitest';
import { dayAfter, scaleOf } from './scale';

it('runs from the first day to half a year after the last', () => {
  const scale = scaleOf('2024-12-02', '2026-11-22');
  expect(scale.at('2024-12-02')).toBe(0);
  expect(scale.at(scale.end)).toBe(100);
  expect(scale.years).toEqual(['2025-01-01', '2026-01-01', '2027-01-01']);
});

it('keeps days outside on the line', () => {
  const scale = scaleOf('2024-12-02', '2026-11-22');
  expect(scale.at('2020-01-01')).toBe(0);
  expect(scale.at('2040-01-01')).toBe(100);
});

it('knows the day after the last of a month', () => {
  expect(dayAfter('2026-02-28')).toBe('2026-03-01');
});
