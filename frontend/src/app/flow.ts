import { consultation } from '../consultation/consultation';
import { sheetDetail } from '../views/result/sheetDetail';
import { forgetPlace } from './cover';
import { chosenFor, draft, dropDrafts, justDropped } from './draft';
import { ending } from './ending';
import { forgetHer } from './language';
import { dropLeaflet } from './leaflet';
import { dropLookup } from './lookup';
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
  ending.value = false;
  consultation.end();
  nav.reset();
}
