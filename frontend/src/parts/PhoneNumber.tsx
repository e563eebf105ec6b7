import type { Helpline } from '../release/types';
import { longDate } from '../text/date';
import { t } from '../text/text';
import { Icon } from './Icon';
import { T } from './T';

/** A number as a link that dials, with how it was verified and on which day. */
export function PhoneNumber({ line }: { line: Helpline }) {
  return (
    <div class="phone">
      <a class="phone__link" href={line.tel} aria-label={t('ui.phone.call', { number: line.number })}>
        <Icon name="phone" />
        <span class="phone__number">{line.number}</span>
      </a>
      <p class="phone__status" data-status={line.status}>
        <T id={`ui.status.${line.status}`} />
        <span class="phone__day">
          <T id="ui.phone.verified" args={{ day: longDate(line.verified_on) }} />
        </span>
      </p>
    </div>
  );
}
