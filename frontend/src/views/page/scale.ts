const DAY_MS = 86_400_000;

const instant = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** A stretch of days laid on a line of 0 to 100. */
export interface Scale {
  readonly start: string;
  readonly end: string;
  /** Where a day begins on the line. */
  at(day: string): number;
  /** The first of January of each year on the line. */
  readonly years: readonly string[];
}

/** The day after. */
export function dayAfter(day: string): string {
  return new Date(instant(day) + DAY_MS).toISOString().slice(0, 10);
}

/** A scale from the first covered day to half a year after the latest day shown. */
export function scaleOf(start: string, latest: string): Scale {
  const end = new Date(instant(latest) + 183 * DAY_MS).toISOString().slice(0, 10);
  const whole = instant(end) - instant(start);
  const years: string[] = [];
  for (let year = Number(start.slice(0, 4)) + 1; `${year}-01-01` <= end; year++) years.push(`${year}-01-01`);
  return {
    start,
    end,
    years,
    at: (day) => Math.min(100, Math.max(0, ((instant(day) - instant(start)) / whole) * 100)),
  };
}
