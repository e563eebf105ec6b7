// Screens as a stack in memory. The browser's history holds a bare number each: no address, no title, no answer.
import { computed, type ReadonlySignal, signal } from '@preact/signals';

/** Where we are, and how to get elsewhere. */
export interface Navigator<S> {
  readonly screen: ReadonlySignal<S>;
  /** How many screens lie before this one. */
  readonly depth: ReadonlySignal<number>;
  /** Opens a screen on top. */
  go(screen: S): void;
  /** Shows another screen in the place of this one. */
  replace(screen: S): void;
  /** One screen back; home when none lies before. */
  goBack(): void;
  /** Home, and nothing else remembered. Entries left in the browser lead home. */
  reset(): void;
  /** Follows the browser's back and forward; gives the way to stop. */
  listen(): () => void;
}

/** The parts of the window that are used. */
export type HistoryWindow = Pick<Window, 'history' | 'addEventListener' | 'removeEventListener'>;

/**
 * Leaves the address that belongs to the text in use: a region's link, for whoever puts it on a home screen, whose storage
 * may be another than the browser's; else the plain one. Nothing of a client is ever in it.
 */
export function settleAddress(region: string | null, win: HistoryWindow = window): void {
  win.history.replaceState(win.history.state, '', region === null ? '/' : `/r/${region}`);
}

/** Runs something once the next picture is on screen. */
const afterPaint = (run: () => void) => requestAnimationFrame(() => setTimeout(run));

/**
 * Creates a navigator that starts at home. A new entry is written to the browser's history after the paint (`later`):
 * writing one takes the browser longer than drawing the next question.
 */
export function createNavigator<S>(
  home: S,
  win: HistoryWindow = window,
  later: (run: () => void) => void = afterPaint,
): Navigator<S> {
  /** The number of an entry, null for one that is not ours. */
  const numberIn = (state: unknown) => {
    const n = (state as { n?: unknown } | null)?.n;
    return typeof n === 'number' ? n : null;
  };

  // After a reload the browser still holds old numbers. New ones must not meet them, or they would open a wrong screen.
  let last = (numberIn(win.history.state) ?? -1) + 1;
  const screens = signal(new Map([[last, home]]));
  const at = signal(last);
  win.history.replaceState({ n: last }, '');

  const before = computed(() => [...screens.value.keys()].filter((n) => n < at.value));

  /** Numbers of screens that are shown but have no entry yet. */
  let unwritten: number[] = [];
  const write = () => {
    for (const n of unwritten) win.history.pushState({ n }, '');
    unwritten = [];
  };

  /** The browser was sent back and has not moved yet. A second tap would leave the app, and with it the consultation. */
  let goingBack = false;

  /** Home, under a number never used before. */
  const forget = () => {
    goingBack = false;
    unwritten = [];
    last++;
    screens.value = new Map([[last, home]]);
    at.value = last;
    win.history.replaceState({ n: last }, '');
  };

  const onPopState = (event: PopStateEvent) => {
    goingBack = false;
    unwritten = [];
    const n = numberIn(event.state);
    if (n !== null && screens.value.has(n)) at.value = n;
    else forget();
  };

  return {
    screen: computed(() => screens.value.get(at.value) ?? home),
    depth: computed(() => before.value.length),
    go(screen) {
      goingBack = false;
      last++;
      // A new screen cuts off what lay ahead, as the browser does.
      screens.value = new Map([...[...screens.value].filter(([n]) => n <= at.value), [last, screen]]);
      at.value = last;
      unwritten.push(last);
      later(write);
    },
    replace(screen) {
      screens.value = new Map(screens.value).set(at.value, screen);
    },
    goBack() {
      write();
      if (goingBack) return;
      if (before.value.length === 0) return forget();
      goingBack = true;
      win.history.back();
    },
    reset: forget,
    listen() {
      win.addEventListener('popstate', onPopState);
      return () => win.removeEventListener('popstate', onPopState);
    },
  };
}
