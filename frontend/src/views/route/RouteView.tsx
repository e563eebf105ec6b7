import { useState } from 'preact/hooks';
import { lookUpWithin } from '../../app/lookup';
import { consultation } from '../../consultation/consultation';
import { Both } from '../../parts/Both';
import { DeskCard } from '../../parts/DeskCard';
import { Icon } from '../../parts/Icon';
import { Reference } from '../../parts/LanguagePicker';
import { PrintNumbers } from '../../parts/PrintNumbers';
import { ScreenHeading } from '../../parts/ScreenHeading';
import { T } from '../../parts/T';
import { TopBar } from '../../parts/TopBar';
import { scopeWord } from '../lookup/scope';
import { RouteBody, RouteSection } from './RouteParts';
import { RouteSheet } from './RouteSheet';

/** Opens the look-up within the insurance; where it is not known which, within everything. */
function FindWindow({ id }: { id: string }) {
  return (
    <div class="actions">
      <button
        type="button"
        class="button"
        data-kind="primary"
        onClick={() => lookUpWithin(scopeWord(id) === null ? undefined : id)}
      >
        <Icon name="find" />
        <T id="ui.lookup.open_route" />
      </button>
    </div>
  );
}

/** One kind of insurance: who decides, where the mail goes, what to say, and where to find the window. */
export function RouteView({ id }: { id: string }) {
  const [numbers, setNumbers] = useState(false);
  const guide = consultation.guide.value;
  const route = guide?.routes.find((known) => known.id === id);
  if (!guide || !route) return null;
  const desks = (route.desks ?? []).flatMap((desk) => guide.desks.filter((known) => known.id === desk));
  return (
    <div class="page contact">
      <TopBar />
      <ScreenHeading of={`route-${id}`}>
        <Both id={`route.${id}.name`} />
      </ScreenHeading>
      <Reference />
      <RouteSection id={id} field="window" />
      {!desks.some((desk) => scopeWord(desk.id) === scopeWord(id)) && <FindWindow id={id} />}
      {desks.map((desk) => (
        <DeskCard key={desk.id} desk={desk} level={2} />
      ))}
      <RouteBody id={id} />
      <PrintNumbers checked={numbers} onChange={setNumbers} />
      <RouteSheet id={id} desks={desks} numbers={numbers} />
    </div>
  );
}
