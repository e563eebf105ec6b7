import { signal } from '@preact/signals';

/** Whether the counselor is being asked if the consultation shall end. */
export const ending = signal(false);

/** Asks first: a palm on the tablet must not wipe an hour of talk. */
export function askToEnd(): void {
  ending.value = true;
}
