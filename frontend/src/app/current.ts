import { signal } from '@preact/signals';
import type { Release } from '../release/types';

/** The release this tab shows: guide, text and directory together, never a mix. Null until it is opened. */
export const current = signal<Release | null>(null);

/** Whether everything for work without a network is on the device; null while it is being looked up. */
export const readyOffline = signal<boolean | null>(null);

/** A new release, or a new build of the app, waits to be taken. Calling it takes it. */
export const pending = signal<(() => void) | null>(null);
