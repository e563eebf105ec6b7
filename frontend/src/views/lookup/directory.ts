import { computed, type ReadonlySignal } from '@preact/signals';
import { current } from '../../app/current';
import { type Index, prepare } from '../../lookup/entries';

/** The directory, folded for searching. Built when it is first asked for, once a release. */
export const index: ReadonlySignal<Index | null> = computed(() => {
  const release = current.value;
  return release && prepare(release.directory());
});
