import { nav } from '../../app/screen';
import { Icon } from '../../parts/Icon';
import { OutLink } from '../../parts/OutLink';
import { Prose } from '../../parts/Prose';
import { T } from '../../parts/T';
import { maybe, t } from '../../text/text';
import type { Found } from './found';

/** What to do where no number is known. Said on screen and on paper alike. */
export function noPhoneText({ kind }: Found): string {
  return maybe(`ui.contact.no_phone_${kind}`) ?? t('ui.contact.no_phone');
}

/** No number is known: says so, and where the right one stands. Nothing is ever filled in. */
export function NoPhone({ found }: { found: Found }) {
  return (
    <div class="note contact__nophone">
      <p class="note__title">
        <T id="ui.contact.no_phone_title" />
      </p>
      <Prose text={noPhoneText(found)} />
      {found.url ? (
        <p>
          <T id="ui.contact.site" />
          <OutLink url={found.url} />
        </p>
      ) : (
        <p>
          <T id="ui.contact.no_site" />
        </p>
      )}
      {found.kind === 'dv_center' && (
        <button type="button" class="button" onClick={() => nav.go({ name: 'helplines' })}>
          <Icon name="phone" />
          <T id="ui.quick.helplines" />
        </button>
      )}
    </div>
  );
}
