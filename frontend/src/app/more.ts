// The only place that loads script later. Once, right after the start, so that a page that stays open never asks for a
// file that a newer version has dropped.
import { signal } from '@preact/signals';

/** The second part of the script. */
export type More = typeof import('../views/more/MoreView');

/** The second part, null until it is there. */
export const more = signal<More | null>(null);

/** Whether it could not be had; trying again may help. */
export const moreFailed = signal(false);

let coming: Promise<boolean> | null = null;

/** Loads the second part, once; after a failure it tries again. Whether it is there. */
export function loadMore(load: () => Promise<More> = () => import('../views/more/MoreView')): Promise<boolean> {
  coming ??= load().then(
    (loaded) => {
      more.value = loaded;
      return true;
    },
    () => {
      moreFailed.value = true;
      coming = null;
      return false;
    },
  );
  moreFailed.value = false;
  return coming;
}

/** Waits for a moment in which the first screen needs nothing. */
export function whenQuiet(): Promise<void> {
  // Some browsers do not tell; a moment later the screen is painted there too.
  if (!('requestIdleCallback' in window)) return new Promise((resolve) => setTimeout(resolve, 200));
  return new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: 1_000 }));
}
