import type { Subject } from '../../app/screen';
import { consultation } from '../../consultation/consultation';
import { optionMessage } from '../../parts/ChoiceList';
import { has, stepMessage } from '../../text/text';
import { pageTitle } from '../page/PageView';
import { sectionsOn } from '../page/Sections';

/** The message of the words for her in a section: what is said to her, else the explanation itself. */
export function sayOf(base: string): string {
  return has(`${base}.say`) ? `${base}.say` : `${base}.body`;
}

/** The message of the words of a step for her, on the day. */
export function stepSay(id: string): string | null {
  const variant = consultation.plan.value?.steps.find((step) => step.id === id)?.period.variant;
  return stepMessage(id, variant, 'say');
}

/** The messages that a subject shows her, in the order they stand, for reading aloud. */
export function messagesOf(subject: Subject): string[] {
  if (subject.kind === 'fact') {
    const fact = consultation.fact(subject.id);
    return fact ? [`fact.${fact.id}.ask`, ...fact.options.map((option) => optionMessage(fact.id, option))] : [];
  }
  if (subject.kind === 'step') return [stepSay(subject.id)].flatMap((id) => id ?? []);
  const page = consultation.guide.value?.explain.find(({ id }) => id === subject.id);
  const base = `explain.${subject.id}`;
  const sections = page ? sectionsOn(page, consultation.day.value) : [];
  const parts = sections.flatMap(({ id }) => [`${base}.${id}.title`, sayOf(`${base}.${id}`)]);
  return [pageTitle(subject.id), `${base}.lead`, ...parts];
}
