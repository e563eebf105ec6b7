// Which day's rules apply. Days are Japanese days, whatever the device is set to.
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Guide } from '../engine/bundle.gen';

declare const __BUILD_DAY__: string;

/** The day of the guidance. */
export interface Days {
  /** Today in Japan by this device's clock; a clock that cannot be right counts as the latest day known to be past. */
  readonly today: ReadonlySignal<string>;
  /** The day the guidance is shown for. */
  readonly day: ReadonlySignal<string>;
  /** The day that was chosen, null for today. */
  readonly chosen: ReadonlySignal<string | null>;
  /** Whether a day other than today was chosen, for practice. */
  readonly isAsOf: ReadonlySignal<boolean>;
  /** Whether the clock is behind the app or its content. */
  readonly clockWrong: ReadonlySignal<boolean>;
  /** Chooses a day, null for today. False, and nothing changed, for what is no day or not covered. */
  setAsOf(day: string | null): boolean;
  /** Takes over the days of a release. */
  setContent(guide: Pick<Guide, 'covers_from' | 'reviewed_on'>): void;
  /** Reads the clock again; call when the page comes back into view. */
  refresh(): void;
}

/** Japan has had no summer time since 1952: a fixed offset is exact, and costs a slow device nothing. */
const JAPAN_MS = 9 * 60 * 60 * 1000;

/** The day in Japan at an instant, as YYYY-MM-DD. */
export function dayIn(instant: Date): string {
  return new Date(instant.getTime() + JAPAN_MS).toISOString().slice(0, 10);
}

/** Whether a string is a day of the calendar; 2026-02-30 is not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Creates the days over a clock. */
export function createDays(now: () => Date, buildDay: string): Days {
  const clock = signal(dayIn(now()));
  const floor = signal(buildDay);
  const coversFrom = signal('');
  const asOf = signal<string | null>(null);

  const clockWrong = computed(() => clock.value < floor.value);
  const today = computed(() => (clockWrong.value ? floor.value : clock.value));
  const day = computed(() => asOf.value ?? today.value);

  return {
    today,
    day,
    chosen: asOf,
    isAsOf: computed(() => day.value !== today.value),
    clockWrong,
    setAsOf(chosen) {
      if (chosen !== null && (!isDay(chosen) || chosen < coversFrom.value)) return false;
      asOf.value = chosen;
      return true;
    },
    setContent({ covers_from, reviewed_on }) {
      coversFrom.value = covers_from;
      floor.value = reviewed_on > buildDay ? reviewed_on : buildDay;
      if (asOf.value !== null && asOf.value < covers_from) asOf.value = null;
    },
    refresh() {
      clock.value = dayIn(now());
    },
  };
}

/** The day on this device. */
export const days: Days = createDays(() => new Date(), __BUILD_DAY__);
