import { current } from '../app/current';
import { longDate } from '../text/date';
import { T } from './T';

/** Version, day of review and next review, on paper only. */
export function PaperFoot() {
  const release = current.value;
  if (!release) return null;
  const { reviewed_on, review_by } = release.guide;
  return (
    <p class="paper">
      <T
        id="ui.sheet.foot"
        args={{ version: release.id.slice(0, 7), reviewed: longDate(reviewed_on), review_by: longDate(review_by) }}
      />
    </p>
  );
}
