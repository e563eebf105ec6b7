/** A month of a year, from 1. */
export interface Month {
  readonly year: number;
  readonly month: number;
}

/** A day in the grid of a month. */
export interface MonthDay {
  readonly number: number;
  readonly iso: string;
}

/** The month of a day written YYYY-MM-DD. */
export function monthOf(day: string): Month {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)) };
}

/** Some months earlier or later. */
export function moved({ year, month }: Month, by: number): Month {
  const index = year * 12 + (month - 1) + by;
  return { year: Math.floor(index / 12), month: (index % 12) + 1 };
}

/** The weeks of a month from Sunday on; null where another month's day would stand. Always six, so nothing jumps. */
export function weeksOf({ year, month }: Month): (MonthDay | null)[][] {
  const lead = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => {
      const number = week * 7 + weekday - lead + 1;
      if (number < 1 || number > length) return null;
      return { number, iso: new Date(Date.UTC(year, month - 1, number)).toISOString().slice(0, 10) };
    }),
  );
}
