// What a practice run found, measured against the model answers. Pure.
import type { Guide, Practice } from '../../engine/bundle.gen';
import { type Answers, applies, evaluate } from '../../engine/evaluate';

/** A question that was answered otherwise than the model, and what its answer alone would change. */
export interface Difference {
  readonly fact: string;
  readonly given: readonly string[];
  readonly model: readonly string[];
  /** Steps that the model answer would add, and those it would take away. */
  readonly gained: readonly string[];
  readonly lost: readonly string[];
}

/** What came of a practice run. */
export interface Review {
  readonly steps: readonly { readonly id: string; readonly found: boolean }[];
  readonly differences: readonly Difference[];
  /** The questions still to be answered. */
  readonly open: number;
}

const same = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((one) => b.includes(one));

/** Compares answers with those of the case, on the day of the case. */
export function review(guide: Guide, { answers: models, on, steps }: Practice, given: Answers): Review {
  const plan = evaluate(guide, given, on);
  const found = plan.steps.map(({ id }) => id);
  const applying = applies(guide, given, on);
  const differences = guide.facts.flatMap(({ id: fact }): Difference[] => {
    const [model, own] = [models[fact], given[fact] ?? []];
    // A question that was never put is not answered wrongly: what kept it away is listed itself.
    if (!model || applying[fact] !== 'yes' || own.length === 0 || same(own, model)) return [];
    const other = evaluate(guide, { ...given, [fact]: model }, on).steps.map(({ id }) => id);
    return [
      {
        fact,
        given: own,
        model,
        gained: other.filter((id) => !found.includes(id)),
        lost: found.filter((id) => !other.includes(id)),
      },
    ];
  });
  return {
    steps: steps.map((id) => ({ id, found: found.includes(id) })),
    differences,
    open: plan.missing.length,
  };
}
