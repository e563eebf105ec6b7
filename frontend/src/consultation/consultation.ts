// One consultation. The answers are here and nowhere else: no storage, no address, no request.
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Fact, Guide } from '../engine/bundle.gen';
import { standsAlone } from '../engine/choose';
import { type Answers, applies, dropped, evaluate, type Plan, remaining } from '../engine/evaluate';
import { type Days, days } from './day';

/** The consultation at the table. */
export interface Consultation {
  readonly guide: ReadonlySignal<Guide | null>;
  readonly running: ReadonlySignal<boolean>;
  /** A practice run, to be marked so on screen and on paper. */
  readonly practice: ReadonlySignal<boolean>;
  /** The day whose rules hold. It does not change at midnight while a consultation runs. */
  readonly day: ReadonlySignal<string>;
  /** Every answer given, those that do not apply at the moment included. */
  readonly answers: ReadonlySignal<Answers>;
  /** Null before the guidance is there. */
  readonly plan: ReadonlySignal<Plan | null>;
  /** The most questions that can still come. */
  readonly remaining: ReadonlySignal<number>;
  /** The questions answered that apply, in the order asked. */
  readonly answered: ReadonlySignal<string[]>;
  /** The place of the next question, from 1. The reasons she came for are given before the first. */
  readonly number: ReadonlySignal<number>;
  /** What was ticked off. */
  readonly done: ReadonlySignal<ReadonlySet<string>>;
  /** Takes a release into use. Not while a consultation runs: it would change under her. */
  use(guide: Guide): void;
  /** Begins anew with the reasons she came for. */
  start(topics: readonly string[], options?: { practice?: boolean }): void;
  /** Answers a question, or changes its answer. Gives the answered questions that no longer apply by it. */
  answer(fact: string, options: readonly string[]): string[];
  /** A question by its ID. */
  fact(id: string): Fact | null;
  /** Ticks off, or back on. */
  tick(key: string): void;
  /** Forgets everything, the chosen day included. */
  end(): void;
}

const NOTHING: Answers = {};

/** Creates a consultation over the days of the guidance. */
export function createConsultation(days: Days): Consultation {
  const guide = signal<Guide | null>(null);
  const answers = signal<Answers>(NOTHING);
  const startedOn = signal<string | null>(null);
  const practice = signal(false);
  const done = signal<ReadonlySet<string>>(new Set());

  const day = computed(() => days.chosen.value ?? startedOn.value ?? days.today.value);
  const plan = computed(() => guide.value && evaluate(guide.value, answers.value, day.value));
  const left = computed(() => (guide.value ? remaining(guide.value, answers.value, day.value) : 0));
  const answered = computed(() => {
    if (!guide.value) return [];
    const applying = applies(guide.value, answers.value, day.value);
    return guide.value.facts.flatMap(({ id }) => (answers.value[id] && applying[id] === 'yes' ? [id] : []));
  });

  const fact = (id: string) => guide.value?.facts.find((known) => known.id === id) ?? null;

  /** Closed options only, so that nothing about her can get in by mistake. */
  function checked(id: string, options: readonly string[]): readonly string[] {
    const known = fact(id);
    if (!known) throw new TypeError(`unknown fact ${id}`);
    const strange = options.find((option) => !known.options.includes(option));
    if (strange !== undefined) throw new TypeError(`unknown option ${id}=${strange}`);
    const several = known.many && !options.some(standsAlone);
    if (options.length === 0 || (options.length > 1 && !several)) throw new TypeError(`not one option of ${id}`);
    return [...options];
  }

  function wipe() {
    answers.value = NOTHING;
    done.value = new Set();
    practice.value = false;
    startedOn.value = null;
  }

  return {
    guide,
    running: computed(() => startedOn.value !== null),
    practice,
    day,
    answers,
    plan,
    remaining: left,
    answered,
    number: computed(() => answered.value.filter((id) => id !== 'topic').length + 1),
    done,
    fact,

    use(next) {
      if (startedOn.value !== null) throw new Error('a consultation runs');
      batch(() => {
        days.setContent(next);
        guide.value = next;
      });
    },

    start(topics, options) {
      const chosen = checked('topic', topics);
      batch(() => {
        days.refresh();
        wipe();
        startedOn.value = days.today.value;
        practice.value = options?.practice ?? false;
        answers.value = { topic: chosen };
      });
    },

    answer(id, options) {
      const chosen = checked(id, options);
      const before = answers.value;
      const after = { ...before, [id]: chosen };
      answers.value = after;
      return guide.value ? dropped(guide.value, before, after, day.value) : [];
    },

    tick(key) {
      const next = new Set(done.value);
      if (!next.delete(key)) next.add(key);
      done.value = next;
    },

    end() {
      batch(() => {
        wipe();
        days.setAsOf(null);
        days.refresh();
      });
    },
  };
}

/** The consultation on this device. */
export const consultation: Consultation = createConsultation(days);
