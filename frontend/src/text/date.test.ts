// @vitest-environment node
import { expect, test } from 'vitest';
import { eraDate, longDate } from './date';

test.each([
  ['2026-11-22', '2026年11月22日(日)', '令和8年11月22日(日)'],
  ['2024-12-02', '2024年12月2日(月)', '令和6年12月2日(月)'],
  ['2025-12-31', '2025年12月31日(水)', '令和7年12月31日(水)'],
  ['2019-05-01', '2019年5月1日(水)', '令和元年5月1日(水)'],
  ['2007-03-23', '2007年3月23日(金)', '平成19年3月23日(金)'],
])('%s is written as in Japan, with its weekday', (day, long, era) => {
  expect([longDate(day), eraDate(day)]).toEqual([long, era]);
});
