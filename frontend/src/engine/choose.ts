// One tap on an option.
import type { Fact } from './bundle.gen';

const ALONE = new Set(['none', 'dont_know']);

/** Whether an option says "nothing of the above", so that it stands alone in a many-valued fact. */
export function standsAlone(option: string): boolean {
  return ALONE.has(option);
}

/** The options chosen after a tap: a one-valued fact takes the new one, a many-valued one adds or removes it. */
export function choose(fact: Fact, chosen: readonly string[], option: string): string[] {
  if (!fact.many) return [option];
  if (chosen.includes(option)) return chosen.filter((other) => other !== option);
  if (standsAlone(option)) return [option];
  const joined = new Set([...chosen.filter((other) => !standsAlone(other)), option]);
  return fact.options.filter((other) => joined.has(other));
}
