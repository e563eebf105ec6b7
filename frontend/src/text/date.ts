// Days as people read them. The browser knows the words, so none stand here.

const format = (locale: string, options: Intl.DateTimeFormatOptions) => {
  // A day is no instant: it is written down in UTC and read in UTC, whatever the device is set to.
  const formatter = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  return (day: string) => formatter.format(new Date(`${day}T00:00:00Z`));
};

const WHOLE = { year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' } as const;

/** 2026-11-22 as year, month, day and weekday. */
export const longDate = format('ja-JP-u-ca-gregory', WHOLE);

/** The same in the Japanese era. */
export const eraDate = format('ja-JP-u-ca-japanese', { ...WHOLE, era: 'long' });

/** Only the year, in the Japanese era. */
export const eraYear = format('ja-JP-u-ca-japanese', { era: 'long', year: 'numeric' });

/** Only month and day. */
export const shortDate = format('ja-JP-u-ca-gregory', { month: 'long', day: 'numeric' });
