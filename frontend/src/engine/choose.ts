// One tap on an option.
import type { Fact } from './bundle.gen';

/** Options that say "nothing of the above", so they stand alone in a many-valued fact. */
const ALONE = new Set(['none', 'dont_know']);

/** The options chosen after a tap: a one-valued fact takes the new one, a many-valued one adds or removes it. */
export function choose(fact: Fact, chosen: readonly string[], option: string): string[] {
  if (!fact.many) return [option];
  if (chosen.includes(option)) return chosen.filter((other) => other !== option);
  if (ALONE.has(option)) return [option];
  const joined = new Set([...chosen.filter((other) => !ALONE.has(other)), option]);
  return fact.options.filter((other) => joined.has(other));
}
