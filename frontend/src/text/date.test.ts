// @vitest-environment node
import { expect, test } from 'vitest';
import { eraDate, eraYear, longDate, shortDate } from './date';

test.each([
  ['2026-11-22', '2026年11月22日(日)', '令和8年11月22日(日)', '令和8年', '11月22日'],
  ['2024-12-02', '2024年12月2日(月)', '令和6年12月2日(月)', '令和6年', '12月2日'],
  ['2025-12-31', '2025年12月31日(水)', '令和7年12月31日(水)', '令和7年', '12月31日'],
])('%s is written as in Japan, with its weekday', (day, long, era, year, short) => {
  expect([longDate(day), eraDate(day), eraYear(day), shortDate(day)]).toEqual([long, era, year, short]);
});
