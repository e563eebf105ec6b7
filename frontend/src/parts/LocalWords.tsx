import { current } from '../app/current';
import { days } from '../consultation/day';
import type { Window } from '../release/region.gen';
import { longDate } from '../text/date';
import { t } from '../text/text';
import { SOURCE } from '../text/words';
import { Both, BothProse } from './Both';
import { Icon } from './Icon';
import { type Local, localsAt, telOf } from './local';
import { Lines } from './Prose';
import { isExpired } from './phoneStatus';
import { T } from './T';
import { langOf, Words } from './Words';

/** Words of the region as they were written, in Japanese. */
export function AsWritten({ text }: { text: string }) {
  return (
    <div class="prose" {...langOf(SOURCE)}>
      <Lines text={text} line={(one) => <Words text={one} lang={SOURCE} />} />
    </div>
  );
}

/** Whose words stand here. */
export function RegionTag() {
  const name = current.value?.region?.name;
  return name ? (
    <span class="tag local__tag" {...langOf(SOURCE)}>
      <Words text={name} lang={SOURCE} />
    </span>
  ) : null;
}

/** How sure a number of the region is. */
function statusOf({ verified_on }: Window): 'verified' | 'unconfirmed' | 'expired' {
  if (!verified_on) return 'unconfirmed';
  return isExpired(verified_on, days.today.value) ? 'expired' : 'verified';
}

function Phone({ phone, window }: { phone: string; window: Window }) {
  const status = statusOf(window);
  return (
    <div class="phone">
      <a class="phone__link" href={telOf(phone)} aria-label={t('ui.phone.call', { number: phone })}>
        <Icon name="phone" />
        <span class="phone__number">{phone}</span>
      </a>
      <p class="phone__status" data-status={status}>
        <T id={`ui.region.phone_${status}`} />
        {window.verified_on && (
          <span class="phone__day">
            <T id="ui.phone.verified" args={{ day: longDate(window.verified_on) }} />
          </span>
        )}
      </p>
    </div>
  );
}

/** A window of the region: its name, its number with the day of the check, its hours, and what to mind. */
export function LocalWindow({ window }: { window: Window }) {
  return (
    <div class="local__window">
      <p class="local__name" {...langOf(SOURCE)}>
        <Words text={window.name} lang={SOURCE} />
      </p>
      {window.phone && <Phone phone={window.phone} window={window} />}
      {window.hours && (
        <dl class="terms">
          <div class="terms__row">
            <dt>
              <T id="ui.helpline.hours" />
            </dt>
            <dd {...langOf(SOURCE)}>
              <Words text={window.hours} lang={SOURCE} />
            </dd>
          </div>
        </dl>
      )}
      {window.note && <AsWritten text={window.note} />}
    </div>
  );
}

/** What the region says in one field: checked words, which she can read too, or its own. */
export function LocalSaid({ local: { field, spoken } }: { local: Local }) {
  if (spoken?.window) return <LocalWindow window={spoken.window} />;
  if (spoken?.choice) return <BothProse id={`local.${field.id}.${spoken.choice}`} />;
  if (spoken?.text) return <AsWritten text={spoken.text} />;
  return (
    <p class="local__unsure">
      <T id="ui.region.unsure" />
    </p>
  );
}

/** What the region says beside a step, under its own heading. */
export function LocalPart({ step }: { step: string }) {
  const all = localsAt(step);
  if (all.length === 0) return null;
  return (
    <section class="part local" data-part="local">
      <h4 class="part__title">
        <Icon name="info" />
        <T id="ui.region.here" />
        <RegionTag />
      </h4>
      {all.map((local) => (
        <div key={local.field.id} class="local__row">
          <h5 class="local__label">
            <Both id={`local.${local.field.id}.label`} />
          </h5>
          <LocalSaid local={local} />
        </div>
      ))}
    </section>
  );
}
