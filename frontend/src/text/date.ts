// Days as people read them. The browser knows the words, so none stand here.

let formatter: Intl.DateTimeFormat | undefined;

/** The pieces of a day in the Japanese era. One formatter serves both writings: making one is slow on an old tablet. */
function pieces(day: string): Intl.DateTimeFormatPart[] {
  formatter ??= new Intl.DateTimeFormat('ja-JP-u-ca-japanese', {
    era: 'long',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    weekday: 'short',
    // A day is no instant: it is written down in UTC and read in UTC, whatever the device is set to.
    timeZone: 'UTC',
  });
  return formatter.formatToParts(new Date(`${day}T00:00:00Z`));
}

/** 2026-11-22 in the Japanese era, with its weekday. */
export function eraDate(day: string): string {
  return pieces(day)
    .map(({ value }) => value)
    .join('');
}

/** The same with the year of the common calendar. */
export function longDate(day: string): string {
  const year = String(Number(day.slice(0, 4)));
  return pieces(day)
    .map(({ type, value }) => (type === 'era' ? '' : type === 'year' ? year : value))
    .join('');
}
