import { signal } from '@preact/signals';
import { consultation } from '../consultation/consultation';

/** A choice that is made on the screen but not yet an answer: only "next" makes it one. */
export const draft = signal<{ readonly fact: string; readonly options: readonly string[] } | null>(null);

/** The topics ticked at home before a consultation begins. */
export const topics = signal<readonly string[]>([]);

/** The answered facts that stopped applying with the last answer; said once, on the following screen. */
export const justDropped = signal<readonly string[]>([]);

/** What is chosen for a fact now: the draft, or else the answer given before. */
export function chosenFor(fact: string): readonly string[] {
  const current = draft.value;
  return current?.fact === fact ? current.options : (consultation.answers.value[fact] ?? []);
}

/** Forgets what was chosen but not answered. */
export function dropDrafts(): void {
  draft.value = null;
  topics.value = [];
  justDropped.value = [];
}
