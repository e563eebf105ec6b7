import type { ComponentChildren } from 'preact';
import { nav } from '../../app/screen';
import { consultation } from '../../consultation/consultation';
import { Because } from '../../parts/Because';
import { Both, BothProse } from '../../parts/Both';
import type { Held } from '../../parts/bands';
import { DeskCard } from '../../parts/DeskCard';
import { Fold } from '../../parts/Fold';
import { Icon, type IconName } from '../../parts/Icon';
import { LocalPart } from '../../parts/LocalWords';
import { PhoneWords } from '../../parts/PhoneWords';
import { ReadAloud } from '../../parts/ReadAloud';
import { T } from '../../parts/T';
import { stepMessage, t } from '../../text/text';
import { pageOf } from './pageOf';

/** The parts that the client may read. */
const HERS: ReadonlySet<string> = new Set(['do', 'bring', 'watch']);

function Part({ name, icon, children }: { name: string; icon: IconName; children: ComponentChildren }) {
  return (
    <section class="part" data-part={name}>
      <h4 class="part__title">
        <Icon name={icon} />
        {HERS.has(name) ? <Both id={`ui.step.${name}`} /> : <T id={`ui.step.${name}`} />}
      </h4>
      {children}
    </section>
  );
}

function Say({ id, message }: { id: string; message: string }) {
  return (
    <Part name="say" icon="speak">
      <BothProse id={message} size="large" />
      <button type="button" class="button" onClick={() => nav.go({ name: 'facing', subject: { kind: 'step', id } })}>
        <Icon name="turn" />
        <T id="ui.facing.open" />
      </button>
      <ReadAloud ids={[message]} />
    </Part>
  );
}

/** Everything about a step: what to do, what to say to her and on the phone, whom to call, what to have and to watch for, and why. */
export function StepBody({ held: { id, step, period, because } }: { held: Held }) {
  const text = (field: string) => stepMessage(id, period.variant, field);
  const guide = consultation.guide.value;
  const desks = (step.desks ?? []).flatMap((desk) => guide?.desks.filter((d) => d.id === desk) ?? []);
  const page = pageOf(id);
  const [doing, say, phone, bring, watch] = [text('do'), text('say'), text('phone'), text('bring'), text('watch')];
  return (
    <div class="step__body">
      {doing && (
        <Part name="do" icon="check">
          <BothProse id={doing} />
        </Part>
      )}
      {say && <Say id={id} message={say} />}
      {phone && (
        <Part name="phone" icon="phone">
          <PhoneWords text={t(phone)} />
        </Part>
      )}
      {desks.length > 0 && (
        <Part name="desks" icon="info">
          {desks.map((desk) => (
            <DeskCard key={desk.id} desk={desk} />
          ))}
        </Part>
      )}
      <LocalPart step={id} />
      {bring && (
        <Part name="bring" icon="list">
          <BothProse id={bring} />
        </Part>
      )}
      {watch && (
        <Part name="watch" icon="warn">
          <BothProse id={watch} />
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
