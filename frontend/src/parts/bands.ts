import { consultation } from '../consultation/consultation';
import type { Step, Urgency } from '../engine/bundle.gen';
import type { PlanStep } from '../engine/evaluate';

/** A step that holds, with what the guide says about it. */
export interface Held extends PlanStep {
  readonly step: Step;
}

/** The steps of one urgency. */
export interface Band {
  readonly urgency: Urgency;
  readonly steps: readonly Held[];
}

const URGENCIES: readonly Urgency[] = ['now', 'today', 'soon'];

/** The steps that hold now, by urgency; empty bands are left out. */
export function bands(): Band[] {
  const guide = consultation.guide.value;
  const held = (consultation.plan.value?.steps ?? []).flatMap((planned) => {
    const step = guide?.steps.find(({ id }) => id === planned.id);
    return step ? [{ ...planned, step }] : [];
  });
  return URGENCIES.flatMap((urgency) => {
    const steps = held.filter(({ step }) => step.urgency === urgency);
    return steps.length > 0 ? [{ urgency, steps }] : [];
  });
}
