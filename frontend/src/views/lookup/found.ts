import type { DataSource, Directory, Kind, Phone } from '../../directory/directory.gen';
import type { Index, Target } from '../../lookup/entries';

/** Everything known about a hit; what is not known is missing. */
export interface Found extends Target {
  kana?: string | undefined;
  number?: string | undefined;
  postal?: string | undefined;
  address?: string | undefined;
  url?: string | undefined;
  hours?: string | undefined;
  note?: string | undefined;
  phones: readonly Phone[];
  source?: DataSource | undefined;
  verifiedOn?: string | undefined;
}

/** The municipality an ID stands for; a ward stands for its city. */
function municipalityOf(id: string, { municipalities }: Directory) {
  const code = /^(?:municipality|kokuho)-(\d{5})$/.exec(id)?.[1];
  if (code === undefined) return undefined;
  return municipalities.find((one) => one.code === code || one.wards?.some((ward) => ward.code === code));
}

/** The target of an ID, as the search names it. */
function targetOf(id: string, { entries }: Index): Target | undefined {
  for (const { target, kokuho } of entries) {
    if (target.id === id) return target;
    if (kokuho?.id === id) return kokuho;
  }
  return undefined;
}

/** A switchboard asks who is calling and why: the number of a centre is a direct line or none. */
function shownPhones(kind: Kind, phones: readonly Phone[] = []): readonly Phone[] {
  return kind === 'dv_center' ? phones.filter(({ label }) => label === 'direct') : phones;
}

/** Looks up what is known about a hit; null when this release does not have it. */
export function find(id: string, index: Index): Found | null {
  const target = targetOf(id, index);
  if (!target) return null;
  const { directory } = index;
  const record = directory.records.find((one) => one.id === id) ?? municipalityOf(id, directory);
  if (!record) return { ...target, phones: [] };
  const source = directory.sources.find((one) => one.id === record.source);
  const { kana, url } = record;
  const known = { ...target, kana, url, source, phones: shownPhones(target.kind, record.phones) };
  if ('code' in record) {
    // The reading is that of the city, not of its ward.
    return { ...known, kana: id.endsWith(record.code) ? kana : undefined, verifiedOn: source?.verified_on };
  }
  const { number, postal, address, hours, note, verified_on } = record;
  return { ...known, number, postal, address, hours, note, verifiedOn: verified_on ?? source?.verified_on };
}
