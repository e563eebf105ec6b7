// Which answers made a condition what it is. The answers named here are enough: they alone give the same value.
import type { Pred } from './bundle.gen';
import { test, type World } from './predicate';

/** A set of facts, one bit each, by their place in the guide. */
export type FactSet = number;

/** A world that can also say why. */
export interface ExplainedWorld extends World {
  /** The facts that decide a named rule. */
  whyRule(name: string): FactSet;
  /** The facts that decide whether a question applies. */
  whyAsked(fact: string): FactSet;
  /** The fact itself as a set. */
  bit(fact: string): FactSet;
}

/** The facts that decide a condition whose value is known. */
export function explain(pred: Pred, world: ExplainedWorld): FactSet {
  if ('all' in pred) return union(pred.all, false, world);
  if ('any' in pred) return union(pred.any, true, world);
  if ('not' in pred) return explain(pred.not, world);
  if ('rule' in pred) return world.whyRule(pred.rule);
  const why = world.whyAsked(pred.fact);
  return world.asked(pred.fact) === false ? why : why | world.bit(pred.fact);
}

/**
 * One false child decides an `all`, one true child an `any`: then only such children count, all of them.
 * Otherwise every child was needed.
 */
function union(preds: readonly Pred[], deciding: boolean, world: ExplainedWorld): FactSet {
  let decided = false;
  let some = 0;
  let every = 0;
  for (const pred of preds) {
    const value = test(pred, world);
    if (value === deciding) {
      decided = true;
      some |= explain(pred, world);
    } else if (value !== null && !decided) {
      every |= explain(pred, world);
    }
  }
  return decided ? some : every;
}
