import { current } from '../../app/current';
import { nav } from '../../app/screen';
import { Both, BothProse } from '../../parts/Both';
import { Icon } from '../../parts/Icon';
import { Reference } from '../../parts/LanguagePicker';
import { PhoneNumber } from '../../parts/PhoneNumber';
import { PhoneWords } from '../../parts/PhoneWords';
import { ScreenHeading } from '../../parts/ScreenHeading';
import { T } from '../../parts/T';
import { stepMessage, t } from '../../text/text';

/** Danger now: the call, and nothing else. */
export function Emergency() {
  const line = current.value?.helplines.find(({ id }) => id === 'police_110');
  const text = (field: string) => stepMessage('call_110', undefined, field);
  const [doing, say, phone, watch] = [text('do'), text('say'), text('phone'), text('watch')];
  return (
    <div class="emergency">
      <ScreenHeading of="emergency">
        <Icon name="warn" />
        <Both id={text('title') ?? 'step.call_110.title'} />
      </ScreenHeading>
      <Reference />
      {line && <PhoneNumber line={line} />}
      {say && (
        <section class="part" data-part="say">
          <BothProse id={say} size="large" />
        </section>
      )}
      {phone && (
        <section class="part" data-part="phone">
          <h2>
            <T id="ui.step.phone" />
          </h2>
          <PhoneWords text={t(phone)} />
        </section>
      )}
      {doing && (
        <section class="part" data-part="do">
          <h2>
            <Both id="ui.step.do" />
          </h2>
          <BothProse id={doing} />
        </section>
      )}
      {watch && (
        <section class="part" data-part="watch">
          <h2>
            <Both id="ui.step.watch" />
          </h2>
          <BothProse id={watch} />
        </section>
      )}
      <div class="actions">
        <button type="button" class="button" onClick={() => nav.go({ name: 'ask', fact: 'danger' })}>
          <T id="ui.emergency.over" />
        </button>
      </div>
    </div>
  );
}
