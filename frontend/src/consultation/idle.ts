// Ends a consultation that was left alone: four minutes without a touch, then a warning of thirty seconds.
import { type ReadonlySignal, signal } from '@preact/signals';

/** Watches for a table that nobody sits at. */
export interface Idle {
  /** Seconds until the end while the warning shows, null otherwise. */
  readonly secondsLeft: ReadonlySignal<number | null>;
  start(): void;
  /** Somebody is there. */
  touch(): void;
  stop(): void;
}

/** What to do, and the clock to do it by. */
export interface IdleOptions {
  onEnd: () => void;
  limitMs?: number;
  warnMs?: number;
  now?: () => number;
  /** Where touches and the return of the page are heard. */
  target?: EventTarget;
}

const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'input', 'wheel', 'scroll'] as const;
const TICK_MS = 1_000;

/** Creates a watch; it does nothing before start(). */
export function createIdle({
  onEnd,
  limitMs = 4 * 60_000,
  warnMs = 30_000,
  now = () => Date.now(),
  target = document,
}: IdleOptions): Idle {
  const secondsLeft = signal<number | null>(null);
  let lastSeen = 0;
  let timer: ReturnType<typeof setInterval> | null = null;

  // By the clock, not by counting ticks: a sleeping tablet runs no timers, and must end as soon as it wakes.
  function check(): boolean {
    const idle = now() - lastSeen;
    if (idle < 0) lastSeen = now(); // the clock was set back
    if (idle >= limitMs + warnMs) {
      stop();
      onEnd();
      return false;
    }
    secondsLeft.value = idle >= limitMs ? Math.ceil((limitMs + warnMs - idle) / 1_000) : null;
    return true;
  }

  function touch() {
    // A touch after the time is up does not bring back what should be gone.
    if (timer === null || !check()) return;
    lastSeen = now();
    secondsLeft.value = null;
  }

  function stop() {
    if (timer !== null) clearInterval(timer);
    timer = null;
    secondsLeft.value = null;
    for (const sign of SIGNS_OF_LIFE) target.removeEventListener(sign, touch, { capture: true });
    target.removeEventListener('visibilitychange', check);
  }

  return {
    secondsLeft,
    touch,
    stop,
    start() {
      stop();
      lastSeen = now();
      timer = setInterval(check, TICK_MS);
      for (const sign of SIGNS_OF_LIFE) target.addEventListener(sign, touch, { capture: true, passive: true });
      target.addEventListener('visibilitychange', check);
    },
  };
}
