// Days as people read them. The browser knows the words, so none stand here.
import { chrome, EASY, SOURCE } from './words';

/** Making a formatter is slow on an old tablet: one a language serves all. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(lang: string): Intl.DateTimeFormat {
  const known = formatters.get(lang);
  if (known) return known;
  const japanese = lang === SOURCE || lang === EASY;
  // Years and digits as on every paper she is given, whatever is usual in her language.
  const made = new Intl.DateTimeFormat(japanese ? 'ja-JP-u-ca-japanese' : `${lang}-u-ca-gregory-nu-latn`, {
    ...(japanese ? { era: 'long' } : {}),
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    weekday: 'short',
    // A day is no instant: it is written down in UTC and read in UTC, whatever the device is set to.
    timeZone: 'UTC',
  });
  formatters.set(lang, made);
  return made;
}

const pieces = (day: string, lang: string) => formatter(lang).formatToParts(new Date(`${day}T00:00:00Z`));

/** 2026-11-22 with its weekday; in Japanese, in the Japanese era. */
export function eraDate(day: string, lang: string = chrome.value): string {
  return pieces(day, lang)
    .map(({ value }) => value)
    .join('');
}

/** The same with the year of the common calendar in every language. */
export function longDate(day: string, lang: string = chrome.value): string {
  const year = String(Number(day.slice(0, 4)));
  return pieces(day, lang)
    .map(({ type, value }) => (type === 'era' ? '' : type === 'year' ? year : value))
    .join('');
}
