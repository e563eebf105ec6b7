// One set of answers on one day: every named rule and every "does this question apply" is worked out once.
import type { Fact, Guide, Period, Pred } from './bundle.gen';
import { type ExplainedWorld, explain, type FactSet } from './explain';
import { type Tri, test } from './predicate';

/** Chosen options by fact. An absent or empty entry is unanswered. */
export type Answers = Readonly<Record<string, readonly string[]>>;

/** A fact set is a signed 32-bit number; more facts need another representation. */
const MOST_FACTS = 31;
const NEVER: Pred = { any: [] };

interface Index {
  facts: ReadonlyMap<string, { fact: Fact; bit: FactSet }>;
  /** The period of each step on the day; a step without one does not hold. */
  periods: ReadonlyMap<string, Period>;
  rules: ReadonlyMap<string, Pred>;
}

const indexes = new WeakMap<Guide, Map<string, Index>>();

/** Throws RangeError for what is not a day or lies before the days the guide covers. */
export function checkDay(guide: Guide, day: string): void {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) throw new RangeError(`not a day: ${day}`);
  if (day < guide.covers_from) throw new RangeError(`${day} is before ${guide.covers_from}, the first day covered`);
}

/** Works a value out once. `undefined` is never a value here. */
function once<T>(memo: Map<string, T>, key: string, make: () => T): T {
  const known = memo.get(key);
  if (known !== undefined) return known;
  const value = make();
  memo.set(key, value);
  return value;
}

function indexOf(guide: Guide, day: string): Index {
  const known = indexes.get(guide);
  const days = known ?? new Map<string, Index>();
  if (!known) indexes.set(guide, days);
  return once(days, day, () => build(guide, day));
}

function build(guide: Guide, day: string): Index {
  checkDay(guide, day);
  if (guide.facts.length > MOST_FACTS) throw new RangeError(`more than ${MOST_FACTS} facts`);
  const rules = new Map(Object.entries(guide.rules));
  const periods = new Map<string, Period>();
  for (const step of guide.steps) {
    const period = step.periods.find((p) => p.from <= day && (p.until === undefined || day <= p.until));
    if (period) periods.set(step.id, period);
    rules.set(step.id, period?.when ?? NEVER);
  }
  const facts = new Map(guide.facts.map((fact, i) => [fact.id, { fact, bit: 1 << i }]));
  return { facts, periods, rules };
}

/** The world of one evaluation. */
export class GuideWorld implements ExplainedWorld {
  readonly #index: Index;
  readonly #answers: Answers;
  readonly #rules = new Map<string, Tri>();
  readonly #asked = new Map<string, Tri>();
  readonly #whyRules = new Map<string, FactSet>();
  readonly #whyAsked = new Map<string, FactSet>();

  constructor(guide: Guide, answers: Answers, day: string) {
    this.#index = indexOf(guide, day);
    this.#answers = answers;
  }

  rule(name: string): Tri {
    return once(this.#rules, name, () => test(this.#rule(name), this));
  }

  asked(id: string): Tri {
    return once(this.#asked, id, () => test(this.#fact(id).fact.asked, this));
  }

  chosen(id: string): readonly string[] | undefined {
    const chosen = this.#answers[id];
    return chosen?.length ? chosen : undefined;
  }

  whyRule(name: string): FactSet {
    return once(this.#whyRules, name, () => explain(this.#rule(name), this));
  }

  whyAsked(id: string): FactSet {
    return once(this.#whyAsked, id, () => explain(this.#fact(id).fact.asked, this));
  }

  bit(id: string): FactSet {
    return this.#fact(id).bit;
  }

  /** The period of a step on the day. */
  period(step: string): Period | undefined {
    return this.#index.periods.get(step);
  }

  #rule(name: string): Pred {
    const pred = this.#index.rules.get(name);
    if (!pred) throw new TypeError(`unknown rule ${name}`);
    return pred;
  }

  #fact(id: string): { fact: Fact; bit: FactSet } {
    const fact = this.#index.facts.get(id);
    if (!fact) throw new TypeError(`unknown fact ${id}`);
    return fact;
  }
}
