// The whole guidance as one pure function of the answers and the day. Nothing here knows a screen.
import type { Guide, Period, Urgency } from './bundle.gen';
import type { FactSet } from './explain';
import { test } from './predicate';
import { type Answers, GuideWorld } from './world';

export { type Answers, checkDay } from './world';

/** What is certain, and what to ask next. */
export interface Plan {
  /** The question to ask next, null when nothing is left. */
  next: string | null;
  /** The unanswered questions known to apply, in the order asked. */
  missing: string[];
  /** The steps that already hold, by urgency. No further answer withdraws one. */
  steps: PlanStep[];
}

/** A step that holds. */
export interface PlanStep {
  id: string;
  /** The answers that make it certain, in the order asked. */
  because: string[];
  /** The dated rule it holds under. */
  period: Period;
}

/** Whether a question applies; unknown while earlier answers are missing. */
export type Applies = 'yes' | 'no' | 'unknown';

const URGENCIES: readonly Urgency[] = ['now', 'today', 'soon'];

/** The plan of a set of answers, complete or not. Throws RangeError on a day that is not covered. */
export function evaluate(guide: Guide, answers: Answers, day: string): Plan {
  const world = new GuideWorld(guide, answers, day);
  const missing = guide.facts.flatMap(({ id }) => (world.asked(id) && !world.chosen(id) ? [id] : []));
  const steps = URGENCIES.flatMap((urgency) =>
    guide.steps.flatMap((step) => {
      const period = step.urgency === urgency ? world.period(step.id) : undefined;
      if (!period || !world.rule(step.id)) return [];
      return [{ id: step.id, because: named(guide, world.whyRule(step.id)), period }];
    }),
  );
  return { next: missing[0] ?? null, missing, steps };
}

/** Whether each question applies. */
export function applies(guide: Guide, answers: Answers, day: string): Record<string, Applies> {
  const world = new GuideWorld(guide, answers, day);
  return Object.fromEntries(
    guide.facts.map(({ id }) => {
      const asked = world.asked(id);
      return [id, asked === null ? 'unknown' : asked ? 'yes' : 'no'];
    }),
  );
}

/**
 * The most questions that can still come; the true number is never higher. It looks one answer ahead, because the next
 * question alone often rules out many.
 */
export function remaining(guide: Guide, answers: Answers, day: string): number {
  const world = new GuideWorld(guide, answers, day);
  const next = guide.facts.find(({ id }) => world.asked(id) && !world.chosen(id));
  const most = notRuledOut(guide, world);
  if (!next || next.many) return most;
  const after = next.options.map((option) =>
    notRuledOut(guide, new GuideWorld(guide, { ...answers, [next.id]: [option] }, day)),
  );
  return Math.min(most, 1 + Math.max(...after));
}

function notRuledOut(guide: Guide, world: GuideWorld): number {
  return guide.facts.filter(({ id }) => !world.chosen(id) && world.asked(id) !== false).length;
}

/** The answered questions that applied before a change and no longer do. Their answers are kept, but masked. */
export function dropped(guide: Guide, before: Answers, after: Answers, day: string): string[] {
  const old = new GuideWorld(guide, before, day);
  const now = new GuideWorld(guide, after, day);
  return guide.facts.flatMap(({ id }) => (old.chosen(id) && old.asked(id) && now.asked(id) === false ? [id] : []));
}

/** The routes of her insurance that hold; while none is certain, all that are still possible. */
export function routesFor(guide: Guide, answers: Answers, day: string): string[] {
  const world = new GuideWorld(guide, answers, day);
  const ids = (wanted: boolean | null) =>
    guide.routes.flatMap(({ id, when }) => (test(when, world) === wanted ? [id] : []));
  const certain = ids(true);
  return certain.length > 0 ? certain : ids(null);
}

function named(guide: Guide, facts: FactSet): string[] {
  return guide.facts.flatMap(({ id }, i) => (facts & (1 << i) ? [id] : []));
}
