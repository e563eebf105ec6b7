import { useState } from 'preact/hooks';
import { current, leaveRegion } from '../../app/current';
import { consultation } from '../../consultation/consultation';
import { Both } from '../../parts/Both';
import { Fold } from '../../parts/Fold';
import { Icon } from '../../parts/Icon';
import { LocalSaid, RegionTag } from '../../parts/LocalWords';
import { locals } from '../../parts/local';
import { Prose } from '../../parts/Prose';
import { ScreenHeading } from '../../parts/ScreenHeading';
import { T } from '../../parts/T';
import { TopBar } from '../../parts/TopBar';
import { longDate } from '../../text/date';
import { t } from '../../text/text';
import { regionTitle } from '../home/RegionLine';
import { OfficialLeaflets } from './OfficialLeaflets';

/** Everything the region says, field by field. */
function Said() {
  const said = locals().filter(({ spoken }) => spoken !== null);
  return (
    <section class="section" aria-labelledby="region-said">
      <h2 id="region-said">
        <T id="ui.region.said" /> <RegionTag />
      </h2>
      <p>
        <T id={said.length > 0 ? 'ui.region.said_note' : 'ui.region.said_nothing'} />
      </p>
      {said.map((local) => (
        <Fold key={local.field.id} kind="boxed" summary={<Both id={`local.${local.field.id}.label`} />}>
          <LocalSaid local={local} />
        </Fold>
      ))}
    </section>
  );
}

type State = 'idle' | 'busy' | 'failed';

/** Back to the national text: not under a consultation, for words and guidance would change under her. */
function Leave() {
  const [state, setState] = useState<State>('idle');
  const running = consultation.running.value;
  const leave = async () => {
    setState('busy');
    setState((await leaveRegion.value?.()) ? 'idle' : 'failed');
  };
  return (
    <>
      <div class="actions">
        <button type="button" class="button" disabled={running || state === 'busy'} onClick={() => void leave()}>
          <T id="ui.region.leave" />
        </button>
      </div>
      <p role="status">
        {running && <T id="ui.region.leave_later" />}
        {state === 'busy' && <T id="ui.more.loading" />}
        {state === 'failed' && <T id="ui.region.leave_failed" />}
      </p>
    </>
  );
}

/** Whose text the app shows, what of it is the region's own, and how to change that. */
export function RegionView() {
  const region = current.value?.region;
  return (
    <div class="page">
      <TopBar />
      <ScreenHeading of={`region-${region?.code}`}>
        <T {...regionTitle()} />
      </ScreenHeading>
      {region ? (
        <>
          <p>
            <Icon name="calendar" /> <T id="ui.region.since" args={{ day: longDate(region.on) }} />
          </p>
          <Said />
          <OfficialLeaflets />
        </>
      ) : (
        <Prose text={t('ui.region.national_note')} />
      )}
      <section class="section" aria-labelledby="region-change">
        <h2 id="region-change">
          <T id="ui.region.change" />
        </h2>
        <Prose text={t('ui.region.change_note')} />
        {region && <Leave />}
      </section>
    </div>
  );
}
