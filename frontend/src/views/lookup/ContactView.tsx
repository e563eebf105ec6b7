import { useEffect, useState } from 'preact/hooks';
import { lastContact } from '../../app/leaflet';
import { failing } from '../../app/lookup';
import { ContactPhone } from '../../parts/ContactPhone';
import { PrintNumbers } from '../../parts/PrintNumbers';
import { Prose } from '../../parts/Prose';
import { ScreenHeading } from '../../parts/ScreenHeading';
import { T } from '../../parts/T';
import { TopBar } from '../../parts/TopBar';
import { stepText, t } from '../../text/text';
import { GiveAndKeep, RouteBring, RouteSection, RouteSources, RouteWords } from '../route/RouteParts';
import { phoneText } from '../route/routeText';
import { ContactFacts } from './ContactFacts';
import { ContactSheet } from './ContactSheet';
import { index } from './directory';
import { FailingNote } from './FailingNote';
import { type Found, find } from './found';
import { NoPhone } from './NoPhone';
import { deskFor, routeFor, type Scope } from './scope';
import { Windows } from './Windows';

function Phones({ found, route }: { found: Found; route: string | null }) {
  return (
    <section class="part" data-part="numbers" aria-labelledby="numbers">
      <h2 id="numbers" class="part__title">
        <T id="ui.contact.phone_title" />
      </h2>
      {found.phones.length === 0 && <NoPhone found={found} />}
      {found.phones.map((phone) => (
        <ContactPhone key={phone.tel} phone={phone} route={route} failing={failing.value.has(found.id)} />
      ))}
      {found.hours && (
        <p class="contact__hours">
          <span class="contact__term">
            <T id="ui.helpline.hours" />
          </span>
          {found.hours}
        </p>
      )}
      {found.note && <p class="contact__hours">{found.note}</p>}
    </section>
  );
}

/** What to say: by the insurance, or for leaving his at the pension office; else nothing is put into her mouth. */
function Words({ found, route }: { found: Found; route: string | null }) {
  const text = route ? phoneText(route) : null;
  const leaving = found.kind === 'pension_office' ? stepText('leave_his_insurance', undefined, 'phone') : null;
  const words = text ?? leaving;
  return words ? <RouteWords text={words} /> : null;
}

/** A contact: whom to call and how sure the number is, what to say, what to keep back, and where all this comes from. */
export function ContactView({ id, scope }: { id: string; scope: Scope }) {
  const [numbers, setNumbers] = useState(false);
  useEffect(() => {
    lastContact.value = id;
  }, [id]);
  const found = index.value && find(id, index.value);
  if (!found) return null;
  const route = routeFor(found.kind, scope);
  const desk = deskFor(found.kind, scope);
  return (
    <div class="page contact">
      <TopBar />
      <ScreenHeading of={`contact-${id}`}>{found.name}</ScreenHeading>
      <p class="contact__kind">
        <span class="tag">
          <T id={`ui.lookup.kind_${found.kind}`} />
        </span>
        {found.area}
      </p>
      {desk && (
        <div class="note">
          <p class="note__title">
            <T id={`desk.${desk}.name`} />
          </p>
          <Prose text={t(`desk.${desk}.note`)} />
        </div>
      )}
      <Phones found={found} route={route} />
      <FailingNote id={id} />
      {found.kind === 'municipality' && <Windows id={id} scope={scope} />}
      <Words found={found} route={route} />
      {found.kind !== 'dv_center' && <GiveAndKeep />}
      {route && <RouteSection id={route} field="window" />}
      {route && <RouteSection id={route} field="mail" />}
      {route && <RouteBring id={route} />}
      <ContactFacts found={found} />
      {route && <RouteSources id={route} />}
      <PrintNumbers checked={numbers} onChange={setNumbers} />
      <ContactSheet found={found} route={route} desk={desk} numbers={numbers} />
    </div>
  );
}
