// Reads an insurer number while it is typed, and says no more than the digits say. A right check digit never proves
// that an insurer exists; a wrong one is said plainly; what looks like something else is called so.
import type { Contact, Directory, Kind, Scheme } from '../directory/directory.gen';
import { plain } from './fold';
import words from './words.json';

/** A message of locales/lookup.ja.toml with its arguments. */
export interface Note {
  id: string;
  args: Readonly<Record<string, string>>;
}

/** What a typed number says. */
export interface NumberReading {
  /** The digits in their normal form: six for kokuho, else as typed. Empty when it is no insurer number at all. */
  normalized: string;
  check_digit_ok: boolean;
  /** The name of the scheme; empty while it is not known. */
  scheme: string;
  kind: Kind;
  /** 01 to 47. */
  prefecture: string | null;
  note: Note;
  /** Whole numbers with a right check digit it may have been, never assumed. */
  candidates: string[];
  /** Nothing is missing, and the check digit, scheme and prefecture are right. */
  whole: boolean;
}

type Parts = { law: string; scheme: Scheme | undefined; prefecture: string | null; union: boolean };

/** The check digit of a body: weights 2, 1, 2, 1 from its end; a product of ten or more counts as the sum of its digits. */
export function checkDigit(body: string): string {
  let sum = 0;
  for (let i = 0; i < body.length; i++) {
    const product = Number(body[body.length - 1 - i]) * (i % 2 === 0 ? 2 : 1);
    sum += product > 9 ? product - 9 : product;
  }
  return String((10 - (sum % 10)) % 10);
}

/** Whether the last digit is the check digit of those before it. */
export function checkDigitOk(digits: string): boolean {
  return /^\d{2,}$/.test(digits) && checkDigit(digits.slice(0, -1)) === digits.slice(-1);
}

/** Reads what was typed as an insurer number; null when it does not look like a number at all. */
export function decode(typed: string, directory: Directory): NumberReading | null {
  const text = withoutLabels(plain(typed).replace(/[\u2010-\u2015\u2212\u2500\u2501\u30fc_]/g, '-'));
  const digits = text.replace(/\D/g, '');
  if (digits === '') return null;
  const other = otherThing(text, digits);
  if (other) return nothing(other);
  if (!/^[\d -]+$/.test(text)) return null;
  const reading = read(digits, directory);
  return reading.whole && /^(0(\d-\d{4}|\d\d-\d{3,4}|\d{3}-\d{2,3})-\d+|[1-9]\d{1,3}-\d{4})$/.test(text)
    ? { ...reading, note: note('maybe_phone', { scheme: reading.scheme }) }
    : reading;
}

/** Whether a record is the branch of kyokai kenpo that the numbers 01 of a prefecture belong to. */
export function isBranch({ kind, number, prefecture }: Contact, of: string | undefined): boolean {
  return kind === 'kyokai' && prefecture === of && number?.startsWith('01') === true;
}

/** The prefecture of two digits: 51 to 97 are the same ones again, for when a range is exhausted. */
export function prefectureOf(two: string, directory: Directory): string | null {
  return directory.prefectures.find(({ number, alternate }) => two === number || two === alternate)?.number ?? null;
}

function read(digits: string, directory: Directory): NumberReading {
  if (digits.length > 8) return nothing('long');
  if (digits.length === 8) return readEight(digits, directory);
  if (digits.length === 6 && !digits.startsWith('00')) return readSix(digits, directory);
  return readPart(digits, directory);
}

function readSix(digits: string, directory: Directory): NumberReading {
  const parts = partsOf(digits, directory);
  const reading = {
    ...nothing('no_prefecture', { digits: digits.slice(0, 2) }),
    normalized: digits,
    check_digit_ok: checkDigitOk(digits),
  };
  if (!parts.prefecture) return reading;
  const known = { ...reading, ...saying(parts) };
  const args = { prefecture: nameOf(parts.prefecture, directory) };
  if (!reading.check_digit_ok) return { ...known, note: note('wrong_six', args) };
  const own = recordNote(digits, directory);
  return { ...known, note: own ?? note(parts.union ? 'kokuho_union' : 'kokuho', args), whole: true };
}

function readEight(digits: string, directory: Directory): NumberReading {
  if (digits.startsWith('00')) return readSix(digits.slice(2), directory);
  const parts = partsOf(digits, directory);
  const reading = {
    ...nothing('unknown_law', { law: parts.law }),
    normalized: digits,
    check_digit_ok: checkDigitOk(digits),
  };
  if (!parts.scheme) return /^(19|20)\d\d(0[1-9]|1[0-2])([0-2]\d|3[01])$/.test(digits) ? nothing('date') : reading;
  const known = { ...reading, ...saying(parts) };
  const scheme = parts.scheme.name;
  if (!reading.check_digit_ok) return { ...known, note: note('wrong', { scheme }) };
  if (!parts.prefecture) return { ...known, note: note('no_prefecture', { digits: digits.slice(2, 4) }) };
  return { ...known, note: wholeNote(digits, parts.scheme, parts.prefecture, directory), whole: true };
}

function wholeNote(digits: string, scheme: Scheme, prefecture: string, directory: Directory): Note {
  const args = { scheme: scheme.name, prefecture: nameOf(prefecture, directory) };
  const branch = scheme.law === '01' ? directory.records.find((one) => isBranch(one, prefecture)) : undefined;
  if (branch?.number === digits) return note('kyokai', { ...args, name: branch.name });
  if (branch) return note('kyokai_other', args);
  return recordNote(digits, directory) ?? note(noteOf(scheme) + (scheme.sure ? '' : '_unsure'), args);
}

function noteOf({ kind }: Scheme): string {
  if (kind === 'kokuho') return 'retired';
  if (kind === 'kenpo_union' || kind === 'mutual_aid') return 'union';
  if (kind === 'kyokai') return 'kyokai_scheme';
  return kind === 'late_elderly' ? 'late_elderly' : 'scheme';
}

/** An organisation's own list may know the number. */
function recordNote(digits: string, directory: Directory): Note | null {
  const record = directory.records.find((one) => one.number === digits);
  return record ? note('record', { name: record.name }) : null;
}

/** Fewer digits than a number has: what the two ways of reading them say so far. */
function readPart(digits: string, directory: Directory): NumberReading {
  const candidates = lostZeros(digits, directory);
  const reading = { ...nothing('more'), normalized: digits, candidates };
  if (candidates[0]) return { ...reading, note: note('lost_zero', { candidate: candidates[0] }) };
  if (digits.length < 2) return reading;
  const eight = partsOf(digits.padEnd(8, ' '), directory);
  const scheme = eight.scheme;
  if (digits.startsWith('00')) {
    return { ...reading, note: note('part_padded', {}), scheme: sixScheme(directory)?.name ?? '', kind: 'kokuho' };
  }
  if (digits.length === 7) {
    if (!scheme) return { ...reading, note: note('seven', {}) };
    return { ...reading, ...saying(eight), note: note('seven_scheme', { scheme: scheme.name }) };
  }
  const six = prefectureOf(digits.slice(0, 2), directory);
  const args = { scheme: scheme?.name ?? '', prefecture: six ? nameOf(six, directory) : '' };
  if (scheme && six) return { ...reading, note: note('part_either', args) };
  if (scheme) return { ...reading, ...saying(eight), note: note('part_scheme', args) };
  if (six) return { ...reading, ...saying(partsOf(digits.padEnd(6, ' '), directory)), note: note('part_kokuho', args) };
  return { ...reading, note: note('part_unknown', { digits: digits.slice(0, 2) }) };
}

/** Five and seven digits may have lost one leading zero in a spreadsheet. Only numbers that check are worth offering. */
function lostZeros(digits: string, directory: Directory): string[] {
  const padded = `0${digits}`;
  if (!checkDigitOk(padded) || digits.startsWith('0')) return [];
  const parts = partsOf(padded, directory);
  return parts.prefecture && parts.scheme && (digits.length === 5 || digits.length === 7) ? [padded] : [];
}

/** Takes apart six or eight digits, of which the last may be missing (blank). */
function partsOf(digits: string, directory: Directory): Parts {
  const law = digits.slice(0, digits.length - 6);
  const body = digits.slice(-6);
  const scheme = law ? directory.schemes.find((one) => one.law === law) : sixScheme(directory);
  return { law, scheme, prefecture: prefectureOf(body.slice(0, 2), directory), union: !law && body[2] === '3' };
}

function sixScheme(directory: Directory): Scheme | undefined {
  return directory.schemes.find(({ law }) => law === '');
}

function saying({ scheme, prefecture, union }: Parts) {
  return { scheme: scheme?.name ?? '', kind: union ? 'kokuho_union' : (scheme?.kind ?? 'other'), prefecture } as const;
}

function nameOf(prefecture: string, directory: Directory): string {
  return directory.prefectures.find(({ number }) => number === prefecture)?.name ?? '';
}

function nothing(id: string, args: Note['args'] = {}): NumberReading {
  return {
    normalized: '',
    check_digit_ok: false,
    scheme: '',
    kind: 'other',
    prefecture: null,
    note: note(id, args),
    candidates: [],
    whole: false,
  };
}

function note(id: string, args: Note['args']): Note {
  return { id: `ui.lookup.note.${id}`, args };
}

/** Telephone numbers, dates, postal codes and the twelve digits that must not be typed here. */
function otherThing(text: string, digits: string): string | null {
  const [year = '', month = '', day = ''] = words.date;
  const date = new RegExp(`^(19|20)\\d\\d ?[-/.${year}] ?\\d{1,2} ?[-/.${month}] ?\\d{1,2} ?${day}?$`);
  if (date.test(text)) return 'date';
  if (/^\d{3}-\d{4}$/.test(text) || new RegExp(`^${words.postal} ?\\d[\\d -]*$`).test(text)) return 'postal';
  if (!/^[+()\d -]+$/.test(text)) return null;
  if (digits.length === 12 && !text.startsWith('+')) return 'individual';
  if (/[+(]/.test(text) || (/^0[1-9]/.test(digits) && digits.length >= 9 && digits.length <= 11)) return 'phone';
  return null;
}

/** What stands before the number on the paper. */
function withoutLabels(text: string): string {
  let rest = text;
  for (const label of words.labels) {
    if (rest.startsWith(label)) rest = rest.slice(label.length).trim();
  }
  return rest;
}
