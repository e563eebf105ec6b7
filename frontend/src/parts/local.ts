// What the region says for itself. It stands beside the national words under its own name, and is never mixed into them.
import { current } from '../app/current';
import type { LocalField } from '../engine/bundle.gen';
import type { Spoken, Window } from '../release/region.gen';

/** One of the fields a region can fill, and what it says there; null where it says nothing. */
export interface Local {
  readonly field: LocalField;
  readonly spoken: Spoken | null;
}

/** A window of the region. */
export interface LocalWindow {
  readonly field: LocalField;
  readonly window: Window;
}

/** Every field of the release, with what the region says. */
export function locals(): Local[] {
  const { guide, region } = current.value ?? {};
  return (guide?.local ?? []).map((field) => ({ field, spoken: region?.values[field.id] ?? null }));
}

/** What stands beside a step. Where nothing was chosen, the choice still stands: it differs by place, and must be asked. */
export function localsAt(step: string): Local[] {
  return locals().filter(
    ({ field, spoken }) => field.steps?.includes(step) && (spoken !== null || field.kind === 'choice'),
  );
}

/** The region's windows, in the order of the fields. */
export function localWindows(): LocalWindow[] {
  return locals().flatMap(({ field, spoken }) => (spoken?.window ? [{ field, window: spoken.window }] : []));
}

/** The region's window that takes the place of a desk. */
export function windowOf(desk: string): LocalWindow | undefined {
  return localWindows().find(({ field }) => field.desk === desk);
}

/** A number as it is dialled. */
export function telOf(phone: string): string {
  return `tel:${phone.replace(/[^\d+]/g, '')}`;
}
