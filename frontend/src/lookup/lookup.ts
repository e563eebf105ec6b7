// One field for numbers, names and places.
import type { Directory } from '../directory/directory.gen';
import type { Entry, Index } from './entries';
import { fold, plain } from './fold';
import { decode, isBranch, type NumberReading } from './number';
import { type Hit, LIMIT, search, why } from './search';

export { prepare } from './entries';

/** What typing something gives. */
export interface Lookup {
  number: NumberReading | null;
  hits: Hit[];
}

/** Longer than any name; what is pasted by mistake must not stop the screen. */
const LONGEST = 100;

/** Looks up what was typed so far. */
export function lookup(pasted: string, index: Index): Lookup {
  const typed = pasted.slice(0, LONGEST);
  const [digits, rest] = apart(typed, index.directory);
  const number = decode(digits, index.directory);
  if (!number) return { number, hits: search(typed, index) };
  const hits = [...(rest ? search(rest, index) : []), ...hitsOfNumber(number, index)];
  const once = [...new Map(hits.map((hit) => [hit.id, hit])).values()];
  return { number, hits: once.slice(0, LIMIT) };
}

/** A number with a name beside it: both are looked up. */
function apart(typed: string, directory: Directory): [string, string] {
  const all = plain(typed).split(' ');
  const [number, ...more] = all.filter((word) => /^[\d-]*\d[\d-]*$/.test(word));
  if (!number || more.length > 0 || !/^\d{6,8}$/.test(number)) return [typed, ''];
  const others = all.filter((word) => word !== number).join(' ');
  return fold(others) !== '' && decode(typed, directory) === null ? [number, others] : [typed, ''];
}

/** What the number alone decides, and nothing beyond: no hit for a whole number that does not check. */
function hitsOfNumber(number: NumberReading, index: Index): Hit[] {
  const [candidate] = number.candidates;
  if (candidate) {
    const offered = decode(candidate, index.directory);
    const hits = offered ? hitsOfNumber(offered, index) : [];
    return hits.map((hit) => ({ ...hit, why: why('number_if_zero') }));
  }
  return number.whole ? hitsOfWhole(number, index) : hitsOfPart(number, index);
}

function hitsOfPart({ normalized }: NumberReading, index: Index): Hit[] {
  if (normalized.length < 2 || normalized.length > 7) return [];
  return recordsWhere(index, (number) => number.startsWith(normalized), 'number_begins');
}

function hitsOfWhole({ normalized, prefecture, kind, scheme }: NumberReading, index: Index): Hit[] {
  const law = normalized.slice(0, -6);
  const own = law !== '' && kind === 'kokuho' ? normalized.slice(2) : normalized;
  const exact = recordsWhere(index, (number) => number === own, 'number');
  if (exact.length > 0) return exact;
  switch (kind) {
    case 'kokuho':
      return municipal(index, prefecture);
    case 'late_elderly':
      return entriesWhere(index, (entry) => entry.prefecture === prefecture && entry.target.kind === kind, 'number');
    case 'kyokai':
      return law === '01' ? branches(index, prefecture ?? '') : departments(index, scheme);
    default:
      return [];
  }
}

/** Which municipality it is stands in no public list: any of the prefecture may be it. */
function municipal({ entries }: Index, prefecture: string | null): Hit[] {
  const inside = entries.filter((entry) => entry.prefecture === prefecture);
  return inside.flatMap(({ kokuho }) => (kokuho ? [{ ...kokuho, why: why('number_prefecture') }] : []));
}

function branches(index: Index, prefecture: string): Hit[] {
  const ids = index.directory.records.filter((record) => isBranch(record, prefecture)).map(({ id }) => id);
  return entriesWhere(index, (entry) => ids.includes(entry.target.id), 'number_prefecture');
}

/** The department of kyokai kenpo whose name tells its scheme, such as that of seamen. */
function departments(index: Index, scheme: string): Hit[] {
  return entriesWhere(index, ({ target }) => target.kind === 'kyokai' && target.name.includes(scheme), 'number');
}

function recordsWhere(index: Index, test: (number: string) => boolean, reason: string): Hit[] {
  return entriesWhere(index, ({ number }) => number !== '' && test(number), reason);
}

function entriesWhere({ entries }: Index, test: (entry: Entry) => boolean, reason: string): Hit[] {
  return entries.filter(test).map(({ target }) => ({ ...target, why: why(reason) }));
}
