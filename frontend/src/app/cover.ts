import { signal } from '@preact/signals';

/** Whether the neutral screen lies over everything. Never stored: a fresh start is uncovered and empty. */
export const covered = signal(false);

let returnTo: HTMLElement | null = null;

/** Lays the neutral screen over everything, at once. */
export function cover(): void {
  returnTo = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  covered.value = true;
}

/** Takes the neutral screen away and gives the focus back. */
export function uncover(): void {
  covered.value = false;
  const target = returnTo;
  returnTo = null;
  // The shell is inert until the next render.
  setTimeout(() => target?.isConnected && target.focus({ preventScroll: true }));
}
