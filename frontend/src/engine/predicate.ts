// Three-valued conditions (Kleene): true, false, or null while an answer is still missing.
import type { Pred } from './bundle.gen';

/** True, false, or null for "not known yet". */
export type Tri = boolean | null;

/** What a condition asks about: the named rules and the answers. */
export interface World {
  rule(name: string): Tri;
  /** Whether the question applies. A fact that does not apply is masked: every condition on it is false. */
  asked(fact: string): Tri;
  /** The chosen options, undefined while unanswered. */
  chosen(fact: string): readonly string[] | undefined;
}

/** Tests a condition. A value that is known stays the same whatever is answered next. */
export function test(pred: Pred, world: World): Tri {
  if ('all' in pred) return every(pred.all, world);
  if ('any' in pred) return some(pred.any, world);
  if ('not' in pred) return negate(test(pred.not, world));
  if ('rule' in pred) return world.rule(pred.rule);
  const asked = world.asked(pred.fact);
  if (!asked) return asked;
  const chosen = world.chosen(pred.fact);
  if (chosen === undefined) return null;
  if ('is' in pred) return chosen.includes(pred.is);
  if ('has' in pred) return chosen.includes(pred.has);
  if ('in' in pred) return pred.in.some((option) => chosen.includes(option));
  return unknownForm(pred);
}

function every(preds: readonly Pred[], world: World): Tri {
  let result: Tri = true;
  for (const pred of preds) {
    const value = test(pred, world);
    if (value === false) return false;
    if (value === null) result = null;
  }
  return result;
}

function some(preds: readonly Pred[], world: World): Tri {
  let result: Tri = false;
  for (const pred of preds) {
    const value = test(pred, world);
    if (value === true) return true;
    if (value === null) result = null;
  }
  return result;
}

function negate(value: Tri): Tri {
  return value === null ? null : !value;
}

/** A form this build does not know must never count as true or false. */
export function unknownForm(pred: never): never {
  throw new TypeError(`unknown condition ${JSON.stringify(pred)}`);
}
