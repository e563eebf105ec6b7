import { consultation } from '../consultation/consultation';
import { days } from '../consultation/day';
import type { Practice } from '../engine/bundle.gen';
import { sheetDetail } from '../views/result/sheetDetail';
import { forgetPlace } from './cover';
import { chosenFor, draft, dropDrafts, justDropped } from './draft';
import { ending } from './ending';
import { forgetHer } from './language';
import { dropLeaflet } from './leaflet';
import { dropLookup } from './lookup';
import { practiceCase } from './practice';
import { nav } from './screen';
import { hush } from './speech';

function showNext(): void {
  const next = consultation.plan.value?.next ?? null;
  nav.go(next ? { name: 'ask', fact: next } : { name: 'result' });
}

/** Begins a consultation with the topics chosen at home. */
export function begin(topics: readonly string[]): void {
  consultation.start(topics);
  showNext();
}

/** Begins, or goes on, with the danger now: nothing is asked before the call. */
export function callForHelp(): void {
  // No topic is chosen yet: if the danger passes, everything is looked at.
  if (!consultation.running.value) consultation.start(['full']);
  consultation.answer('danger', ['now']);
  draft.value = null;
  nav.go({ name: 'result' });
}

/** Begins a practice case: its day, and the reasons she came for. Nothing of a consultation before it is left. */
export function practise({ id, on, answers }: Practice): void {
  endConsultation();
  days.setAsOf(on);
  practiceCase.value = id;
  consultation.start(answers.topic ?? [], { practice: true });
  showNext();
}

/** Goes on where the questions stopped. */
export function resume(): void {
  showNext();
}

/** Turns what is chosen into an answer and moves on. False: nothing is chosen yet. */
export function answerAndMoveOn(fact: string): boolean {
  const options = chosenFor(fact);
  if (options.length === 0) return false;
  justDropped.value = consultation.answer(fact, [...options]);
  draft.value = null;
  showNext();
  return true;
}

/** Wipes the consultation: answers, ticks, what was looked up, her language, screens. The offline copy of the guide stays. */
export function endConsultation(): void {
  dropDrafts();
  dropLookup();
  dropLeaflet();
  hush();
  forgetHer();
  forgetPlace();
  sheetDetail.value = false;
  practiceCase.value = null;
  ending.value = false;
  consultation.end();
  nav.reset();
}
