// What the client may read, in two languages: hers, and beside it the one the counselor reads.
import { type ArgsIn, chrome, her, missing, ours, type Sentence, SOURCE, sentence } from './words';

/** A message for the client. */
export interface Pair {
  readonly main: Sentence;
  /** The same in the counselor's language; null where both read the same. */
  readonly under: Sentence | null;
}

/** Whether anything is shown in two languages. */
export function isPaired(): boolean {
  return her.value !== SOURCE || chrome.value !== SOURCE;
}

/** A message for the client that need not be there. Where her language lacks it, it is in Japanese. */
export function maybePair(id: string, args?: ArgsIn): Pair | null {
  const japanese = sentence(SOURCE, id, args);
  if (!japanese) return null;
  const main = sentence(her.value, id, args) ?? japanese;
  // What may be out of date stands beside what was checked.
  const beside = main.stale ? japanese : (ours(id, args) ?? japanese);
  if (beside.lang !== main.lang) return { main, under: beside };
  return { main, under: main.lang === SOURCE ? null : japanese };
}

/** A message for the client. */
export function pair(id: string, args?: ArgsIn): Pair {
  return maybePair(id, args) ?? { main: { lang: SOURCE, text: missing(id), stale: false }, under: null };
}
