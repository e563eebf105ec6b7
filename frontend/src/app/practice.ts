import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { consultation } from '../consultation/consultation';
import { days } from '../consultation/day';

/** The practice case that runs. In memory only, like everything of a consultation. */
export const practiceCase = signal<string | null>(null);

/** Whether what is on screen and paper is practice, and must say so: another day's rules, or a case nobody brought. */
export const isPractice: ReadonlySignal<boolean> = computed(() => days.isAsOf.value || consultation.practice.value);
