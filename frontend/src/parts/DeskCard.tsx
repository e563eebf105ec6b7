import { current } from '../app/current';
import { lookUpWithin } from '../app/lookup';
import { nav } from '../app/screen';
import { consultation } from '../consultation/consultation';
import type { Desk } from '../engine/bundle.gen';
import { routesFor } from '../engine/evaluate';
import { has, maybe } from '../text/text';
import { Both } from './Both';
import { Cites } from './Cites';
import { DeskWindow } from './DeskWindow';
import { Fold } from './Fold';
import { HelplineTerms } from './HelplineCard';
import { Icon } from './Icon';
import { PhoneNumber } from './PhoneNumber';
import { Prose } from './Prose';
import { T } from './T';
import { Terms } from './Terms';

const ROUTE_FIELDS = ['window', 'mail', 'say'] as const;

/** Opens the look-up within a desk or an insurance, where it can be searched. */
function FindButton({ scope }: { scope: string }) {
  if (!has(`ui.lookup.word_${scope}`)) return null;
  return (
    <button type="button" class="button" onClick={() => lookUpWithin(scope)}>
      <Icon name="find" />
      <T id="ui.lookup.open_desk" />
    </button>
  );
}

/** Who decides at one kind of insurer, where its mail goes, and what to ask for. */
function RouteCard({ id }: { id: string }) {
  const cites = consultation.guide.value?.routes.find((route) => route.id === id)?.cites ?? [];
  return (
    <>
      <Terms kind="route" of={`route.${id}`} labels="ui.route" fields={ROUTE_FIELDS} />
      {cites.length > 0 && (
        <Fold summary={<T id="ui.step.sources" />}>
          <Cites cites={cites} />
        </Fold>
      )}
      <div class="actions">
        <FindButton scope={id} />
        <button type="button" class="button" onClick={() => nav.go({ name: 'route', id })}>
          <T id="ui.lookup.open_page" />
          <Icon name="forward" />
        </button>
      </div>
    </>
  );
}

function Routes() {
  const guide = consultation.guide.value;
  if (!guide) return null;
  const ids = routesFor(guide, consultation.answers.value, consultation.day.value);
  if (ids.length === 1 && ids[0]) {
    return (
      <div class="routes">
        <h6 class="routes__name">
          <Both id={`route.${ids[0]}.name`} />
        </h6>
        <RouteCard id={ids[0]} />
      </div>
    );
  }
  return (
    <div class="routes">
      <p>
        <T id="ui.route.several" />
      </p>
      {ids.map((id) => (
        <Fold key={id} kind="boxed" summary={<Both id={`route.${id}.name`} />}>
          <RouteCard id={id} />
        </Fold>
      ))}
    </div>
  );
}

/** Whom to turn to: the window, its number where it has one, and the way of her insurance. */
export function DeskCard({ desk, level = 5 }: { desk: Desk; level?: 2 | 5 }) {
  const line = current.value?.helplines.find(({ id }) => id === desk.helpline);
  const note = maybe(`desk.${desk.id}.note`);
  const Heading = `h${level}` as const;
  return (
    <div class="desk">
      <Heading class="desk__name">
        <Both id={`desk.${desk.id}.name`} />
      </Heading>
      <DeskWindow desk={desk.id}>
        {line && <PhoneNumber line={line} />}
        {note && <Prose text={note} />}
        {line && <HelplineTerms line={line} />}
      </DeskWindow>
      <FindButton scope={desk.id} />
      {desk.by_route && <Routes />}
    </div>
  );
}
