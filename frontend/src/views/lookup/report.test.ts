import { expect, it } from 'vitest';
import { reportText } from './report';

it('a report carries the record, the release and the day, and nothing else', () => {
  const release = 'a'.repeat(64);
  expect(reportText('kokuho-23100', release, '2026-11-22')).toBe(
    `contact kokuho-23100\nrelease ${release}\nday 2026-11-22`,
  );
});
