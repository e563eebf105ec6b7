import { signal } from '@preact/signals';
import { hush } from './speech';

/** Whether the neutral screen lies over everything. Never stored: a fresh start is uncovered and empty. */
export const covered = signal(false);

let returnTo: HTMLElement | null = null;
let scrolledTo = 0;

/** Lays the neutral screen over everything, at once. */
export function cover(): void {
  scrolledTo = window.scrollY;
  returnTo = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  hush();
  covered.value = true;
}

/** Forgets what was under the neutral screen: a kept element would keep the words around it. */
export function forgetPlace(): void {
  returnTo = null;
  scrolledTo = 0;
}

/** Takes the neutral screen away; the screen under it is as it was, place and focus too. */
export function uncover(): void {
  covered.value = false;
  const target = returnTo;
  returnTo = null;
  const place = scrolledTo;
  // The shell is hidden until the next render.
  setTimeout(() => {
    window.scrollTo({ top: place, behavior: 'instant' });
    if (target?.isConnected) target.focus({ preventScroll: true });
  });
}
