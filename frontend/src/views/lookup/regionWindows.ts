import { current } from '../../app/current';
import { fold } from '../../lookup/fold';
import { type LocalWindow, localWindows } from '../../parts/local';
import { maybe } from '../../text/text';
import { routeOfDesk, type Scope } from './scope';

/** Whether a window is what is looked for: the desk itself, or the one of that insurance. */
function within({ field: { desk } }: LocalWindow, scope: Scope): boolean {
  return scope === undefined || (desk !== undefined && (desk === scope || routeOfDesk(desk) === scope));
}

/** What a window can be found by: its own name, what it is for, and the name of the region. */
function words({ field, window }: LocalWindow): string {
  const desk = field.desk ? maybe(`desk.${field.desk}.name`) : null;
  const label = maybe(`local.${field.id}.label`);
  return fold([current.value?.region?.name, window.name, label, desk].filter(Boolean).join(' '));
}

/** The region's own windows for what is typed: all of them where nothing is. */
export function regionWindows(text: string, scope: Scope): LocalWindow[] {
  const parts = fold(text).split(' ').filter(Boolean);
  return localWindows().filter((one) => {
    if (!within(one, scope)) return false;
    const known = words(one);
    return parts.every((part) => known.includes(part));
  });
}
