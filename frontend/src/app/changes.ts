import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { days } from '../consultation/day';
import type { Change } from '../engine/bundle.gen';
import { current } from './current';

/** A change is told for so long. */
const NEW_DAYS = 60;

const DAY_MS = 86_400_000;

/** Whether the changes were read since the app was opened. In memory only. */
export const changesRead = signal(false);

/** What changed of late. */
export const newChanges: ReadonlySignal<readonly Change[]> = computed(() =>
  (current.value?.guide.changes ?? []).filter(
    ({ on }) => Date.parse(days.today.value) - Date.parse(on) <= NEW_DAYS * DAY_MS,
  ),
);
