import { days } from '../consultation/day';
import type { PhoneStatus } from '../directory/directory.gen';
import { longDate } from '../text/date';
import { t } from '../text/text';
import { isExpired, statusOn } from './phoneStatus';
import { Ruby } from './Ruby';
import { T } from './T';

type Checked = { status: PhoneStatus; verified_on: string };

/** The day of the check. Only what a person compared with the official page is called verified. */
export function checkedText({ status, verified_on }: Checked): string {
  return t(status === 'verified' ? 'ui.phone.verified' : 'ui.contact.read_on', { day: longDate(verified_on) });
}

/** How sure a number is, in words and by a shape, with the day of the check. */
export function ContactStatus({ phone }: { phone: Checked }) {
  const status = statusOn(phone, days.today.value);
  return (
    <>
      <p class="phone__status" data-status={status}>
        <T id={`ui.contact.status_${status}`} />{' '}
        <span class="phone__day">
          <Ruby text={checkedText(phone)} />
        </span>
      </p>
      {status !== 'verified' && (
        <p class="contact__hint">
          <T id={`ui.contact.status_hint_${status}`} />
        </p>
      )}
    </>
  );
}

/** The day on which data was compared with its origin, and a warning when that is long ago. */
export function CheckedOn({ day }: { day: string }) {
  const old = isExpired(day, days.today.value);
  return (
    <p class="phone__status" data-status={old ? 'expired' : 'verified'}>
      <T id="ui.phone.verified" args={{ day: longDate(day) }} />{' '}
      {old && (
        <span class="phone__day">
          <T id="ui.contact.status_expired" />
        </span>
      )}
    </p>
  );
}
