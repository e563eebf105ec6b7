import type { ComponentChildren } from 'preact';
import { nav } from '../../app/screen';
import { consultation } from '../../consultation/consultation';
import { Because } from '../../parts/Because';
import type { Held } from '../../parts/bands';
import { DeskCard } from '../../parts/DeskCard';
import { Fold } from '../../parts/Fold';
import { Icon, type IconName } from '../../parts/Icon';
import { PhoneWords } from '../../parts/PhoneWords';
import { Prose } from '../../parts/Prose';
import { T } from '../../parts/T';
import { stepText } from '../../text/text';
import { pageOf } from './pageOf';

function Part({ name, icon, children }: { name: string; icon: IconName; children: ComponentChildren }) {
  return (
    <section class="part" data-part={name}>
      <h4 class="part__title">
        <Icon name={icon} />
        <T id={`ui.step.${name}`} />
      </h4>
      {children}
    </section>
  );
}

function Say({ id, text }: { id: string; text: string }) {
  return (
    <Part name="say" icon="speak">
      <Prose text={text} size="large" />
      <button type="button" class="button" onClick={() => nav.go({ name: 'facing', subject: { kind: 'step', id } })}>
        <Icon name="turn" />
        <T id="ui.facing.open" />
      </button>
    </Part>
  );
}

/** Everything about a step: what to do, what to say to her and on the phone, whom to call, what to have and to watch for, and why. */
export function StepBody({ held: { id, step, period, because } }: { held: Held }) {
  const text = (field: string) => stepText(id, period.variant, field);
  const guide = consultation.guide.value;
  const desks = (step.desks ?? []).flatMap((desk) => guide?.desks.filter((d) => d.id === desk) ?? []);
  const page = pageOf(id);
  const [doing, say, phone, bring, watch] = [text('do'), text('say'), text('phone'), text('bring'), text('watch')];
  return (
    <div class="step__body">
      {doing && (
        <Part name="do" icon="check">
          <Prose text={doing} />
        </Part>
      )}
      {say && <Say id={id} text={say} />}
      {phone && (
        <Part name="phone" icon="phone">
          <PhoneWords text={phone} />
        </Part>
      )}
      {desks.length > 0 && (
        <Part name="desks" icon="info">
          {desks.map((desk) => (
            <DeskCard key={desk.id} desk={desk} />
          ))}
        </Part>
      )}
      {bring && (
        <Part name="bring" icon="list">
          <Prose text={bring} />
        </Part>
      )}
      {watch && (
        <Part name="watch" icon="warn">
          <Prose text={watch} />
        </Part>
      )}
      <Fold kind="boxed" summary={<T id="ui.step.why" />}>
        <Because because={because} cites={period.cites} />
      </Fold>
      {page && guide?.explain.some((p) => p.id === page) && (
        <button type="button" class="button" onClick={() => nav.go({ name: 'page', id: page })}>
          <Icon name="show" />
          <T id={`ui.page.${page}`} />
        </button>
      )}
    </div>
  );
}
