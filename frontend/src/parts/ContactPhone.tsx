import type { Phone } from '../directory/directory.gen';
import { maybe, t } from '../text/text';
import { ContactStatus } from './ContactStatus';
import { Icon } from './Icon';
import { OutLink } from './OutLink';
import { T } from './T';

/** What to say at the switchboard: the section that is wanted, and nothing more. */
export function switchboardText(route: string | null): string {
  return (route && maybe(`ui.contact.switchboard_${route}`)) ?? t('ui.contact.switchboard');
}

/** A number of a contact: who picks up, how sure it is, since when, and whose page shows it. */
export function ContactPhone({ phone, route, failing }: { phone: Phone; route: string | null; failing: boolean }) {
  return (
    <div class="contact__phone" data-failing={failing}>
      <p class="contact__label" data-label={phone.label}>
        <T id={`ui.contact.label_${phone.label}`} />
      </p>
      <a class="phone__link" href={phone.tel} aria-label={t('ui.phone.call', { number: phone.number })}>
        <Icon name="phone" />
        <span class="phone__number">{phone.number}</span>
      </a>
      {phone.label === 'representative' && <p class="contact__switchboard">{switchboardText(route)}</p>}
      <ContactStatus phone={phone} />
      <p class="helpline__source">
        <T id="ui.helpline.publisher" args={{ name: phone.publisher }} />
        <OutLink url={phone.url} />
      </p>
    </div>
  );
}
