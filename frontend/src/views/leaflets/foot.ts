// What stands at the foot of every page.

import { current } from '../../app/current';
import { languageOf } from '../../app/language';
import { isPractice } from '../../app/practice';
import { days } from '../../consultation/day';
import type { Job } from './rows';
import { type Cell, cellsOf } from './spans';

/** The foot of a paper. */
export interface Foot {
  readonly version: readonly Cell[];
  readonly reviewed: readonly Cell[];
  /** Its review is overdue; empty when it is not. */
  readonly late: readonly Cell[];
  /** Nobody has signed the translation; one cell for each such language. */
  readonly reference: readonly Cell[];
  /** Printed for another day, to practise; empty otherwise. */
  readonly practice: readonly Cell[];
  /** Who publishes it for the region; empty where that was not asked for. */
  readonly region: readonly Cell[];
}

/** The foot of a paper. Version and days in the first language, warnings in each. */
export function footOf({ leaflet, languages, day, region }: Job): Foot {
  const first = languages.slice(0, 1);
  const release = current.value;
  const late = leaflet.review_by <= day || leaflet.review_by <= days.today.value;
  return {
    version: cellsOf(first, 'leaflet.foot.version', { version: `${leaflet.version} ${release?.id.slice(0, 7) ?? ''}` }),
    reviewed: cellsOf(first, 'leaflet.foot.reviewed', { day: release?.guide.reviewed_on ?? '' }),
    late: late ? cellsOf(languages, 'leaflet.foot.late') : [],
    reference: cellsOf(
      languages.filter((lang) => languageOf(lang)?.reference),
      'leaflet.foot.reference',
    ),
    practice: isPractice.value ? cellsOf(languages, 'leaflet.practice') : [],
    region: region?.foot ?? [],
  };
}
