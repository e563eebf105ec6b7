import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { nav } from './screen';

/** What is typed in the look-up. In memory only: no form, no address, no storage ever sees it. */
export const typed = signal('');

/** Whether anything was typed since the last wipe: the screens it led to are remembered when the field is empty again. */
export const looked = signal(false);

/** The contacts the counselor marked as not working, until the consultation ends. */
export const failing: ReadonlySignal<ReadonlySet<string>> = computed(() => marked.value);

const marked = signal<ReadonlySet<string>>(new Set());

/** Marks a contact as not working, or takes the mark away. */
export function markFailing(id: string): void {
  const next = new Set(marked.value);
  if (!next.delete(id)) next.add(id);
  marked.value = next;
}

/** Opens the look-up, within a desk or an insurance, with an empty field: what was typed before was another question. */
export function lookUpWithin(scope: string | undefined): void {
  typed.value = '';
  nav.go({ name: 'lookup', scope });
}

/** Forgets what was typed and marked. */
export function dropLookup(): void {
  typed.value = '';
  looked.value = false;
  marked.value = new Set();
}
