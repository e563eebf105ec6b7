import { consultation } from '../../consultation/consultation';
import { Cites } from '../../parts/Cites';
import { Fold } from '../../parts/Fold';
import { Icon, type IconName } from '../../parts/Icon';
import { PhoneWords } from '../../parts/PhoneWords';
import { Prose } from '../../parts/Prose';
import { Sign } from '../../parts/Sign';
import { T } from '../../parts/T';
import { maybe, t } from '../../text/text';
import { bringText, phoneText } from './routeText';

function Heading({ id, icon }: { id: string; icon: IconName }) {
  return (
    <h2 class="part__title">
      <Icon name={icon} />
      <T id={id} />
    </h2>
  );
}

/** Words for the phone, from the greeting to the number for calling back. */
export function RouteWords({ text }: { text: string }) {
  return (
    <section class="part" data-part="phone">
      <Heading id="ui.step.phone" icon="phone" />
      <PhoneWords text={text} />
    </section>
  );
}

/** What the insurer may hear, and what it must not. */
export function GiveAndKeep() {
  return (
    <section class="givekeep">
      {(['give', 'keep'] as const).map((side) => (
        <div key={side} class="givekeep__side" data-side={side}>
          <h2 class="givekeep__title">
            <Sign of={side === 'give' ? 'yes' : 'no'} />
            <T id={`ui.contact.${side}_title`} />
          </h2>
          <Prose text={t(`ui.contact.${side}`)} />
        </div>
      ))}
    </section>
  );
}

/** What to have at hand before the call. */
export function RouteBring({ id }: { id: string }) {
  return (
    <section class="part" data-part="bring">
      <Heading id="ui.step.bring" icon="list" />
      <Prose text={bringText(id)} />
    </section>
  );
}

/** Who sets the flag and issues the certificate, or where the mail usually goes. */
export function RouteSection({ id, field }: { id: string; field: 'window' | 'mail' }) {
  const text = maybe(`route.${id}.${field}`);
  return (
    text && (
      <section class="part" data-part={field === 'mail' ? 'watch' : 'window'}>
        <Heading id={`ui.route.${field}`} icon={field === 'mail' ? 'warn' : 'info'} />
        <Prose text={text} />
      </section>
    )
  );
}

/** What the words of a route rest on. */
export function RouteSources({ id }: { id: string }) {
  const cites = consultation.guide.value?.routes.find((route) => route.id === id)?.cites ?? [];
  return cites.length === 0 ? null : (
    <Fold kind="boxed" summary={<T id="ui.contact.route_sources" />}>
      <Cites cites={cites} />
    </Fold>
  );
}

/** Everything about a route that does not depend on a contact. */
export function RouteBody({ id }: { id: string }) {
  return (
    <>
      <RouteWords text={phoneText(id)} />
      <GiveAndKeep />
      <RouteSection id={id} field="mail" />
      <RouteBring id={id} />
      <RouteSources id={id} />
    </>
  );
}
