import type { Kind } from '../../directory/directory.gen';
import { maybe, t } from '../../text/text';

/** What is looked for: the route of an insurance, or a desk of the guidance. Absent: anything. */
export type Scope = string | undefined;

/** The insurance a kind of contact belongs to. A municipality has several; an office and a centre have none. */
const ROUTES: Partial<Record<Kind, string>> = {
  kyokai: 'kyokai',
  kenpo_union: 'kenpo_union',
  mutual_aid: 'mutual_aid',
  kokuho: 'kokuho',
  kokuho_union: 'kokuho_union',
  late_elderly: 'late_elderly',
  other: 'work_unknown',
};

const ROUTES_OF_DESKS: Record<string, string> = {
  city_kokuho: 'kokuho',
  city_late_elderly: 'late_elderly',
  caseworker: 'welfare',
};

const DESKS: Partial<Record<Kind, string>> = { pension_office: 'pension_office', dv_center: 'support_center' };

/** The windows of a municipality a counselor may want. */
export const CITY_DESKS = [
  'city_kokuho',
  'city_late_elderly',
  'caseworker',
  'city_residents',
  'city_mynumber',
  'child_desk',
] as const;

/** The insurance of a window of a municipality; undefined for one of none. */
export const routeOfDesk = (desk: string): string | undefined => ROUTES_OF_DESKS[desk];

/** The route that tells what to say to a contact; null when none fits. */
export function routeFor(kind: Kind, scope: Scope): string | null {
  // Who has no insurance yet asks the same window for something else.
  if (kind === 'kokuho' && scope === 'none') return scope;
  if (kind !== 'municipality') return ROUTES[kind] ?? null;
  if (scope === undefined) return null;
  return ROUTES_OF_DESKS[scope] ?? (maybe(`route.${scope}.name`) ? scope : null);
}

/** The desk whose note fits a contact. */
export function deskFor(kind: Kind, scope: Scope): string | null {
  if (DESKS[kind]) return DESKS[kind];
  const isDesk = scope !== undefined && maybe(`desk.${scope}.name`) !== null;
  return kind === 'municipality' && isDesk ? scope : null;
}

/** The word that keeps a search within a scope; null when the scope cannot be searched. */
export function scopeWord(scope: Scope): string | null {
  return scope === undefined ? null : maybe(`ui.lookup.word_${scope}`);
}

/** What a scope is called. */
export function scopeName(scope: string): string {
  return maybe(`route.${scope}.name`) ?? t(`desk.${scope}.name`);
}
