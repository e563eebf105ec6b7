import { describe, expect, it } from 'vitest';
import { monthOf, moved, weeksOf } from './month';

describe('month', () => {
  it('moves over the turn of the year both ways', () => {
    expect(moved({ year: 2026, month: 12 }, 1)).toEqual({ year: 2027, month: 1 });
    expect(moved({ year: 2026, month: 1 }, -1)).toEqual({ year: 2025, month: 12 });
  });

  it('lays the days under their weekdays', () => {
    const weeks = weeksOf(monthOf('2026-11-22'));
    expect(weeks).toHaveLength(6);
    expect(weeks[0]?.[0]).toEqual({ number: 1, iso: '2026-11-01' });
    expect(weeks[4]?.[1]).toEqual({ number: 30, iso: '2026-11-30' });
    expect(weeks[4]?.[2]).toBeNull();
  });

  it('knows a leap day', () => {
    expect(
      weeksOf({ year: 2028, month: 2 })
        .flat()
        .filter((day) => day !== null),
    ).toHaveLength(29);
  });
});
