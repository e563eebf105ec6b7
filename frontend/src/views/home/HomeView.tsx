import { askToEnd } from '../../app/ending';
import { callForHelp, resume } from '../../app/flow';
import { consultation } from '../../consultation/consultation';
import { Icon } from '../../parts/Icon';
import { ScreenHeading } from '../../parts/ScreenHeading';
import { T } from '../../parts/T';
import { ChangesCard } from './ChangesCard';
import { DayLine } from './DayLine';
import { QuickLinks } from './QuickLinks';
import { RegionFailed } from './RegionLine';
import { Topics } from './Topics';

/** Danger now: one tap to the call, whatever else is on the screen. */
function Danger() {
  return (
    <button type="button" class="danger" onClick={callForHelp}>
      <Icon name="warn" />
      <span class="danger__text">
        <T id="ui.home.danger" />
      </span>
      <Icon name="forward" />
    </button>
  );
}

/** A consultation that was left in the middle can be taken up again, or ended. */
function Unfinished() {
  return (
    <section class="unfinished">
      <ScreenHeading of="unfinished">
        <T id="ui.home.unfinished" />
      </ScreenHeading>
      <div class="actions">
        <button type="button" class="button" data-kind="primary" onClick={resume}>
          <T id="ui.home.resume" />
        </button>
        <button type="button" class="button" onClick={askToEnd}>
          <T id="ui.consultation.end" />
        </button>
      </div>
    </section>
  );
}

/** The first screen: the day, the topics, and what is used without a consultation. */
export function HomeView() {
  return (
    <div class="home">
      <DayLine />
      <RegionFailed />
      {consultation.running.value ? <Unfinished /> : <Topics />}
      <Danger />
      {!consultation.running.value && <ChangesCard />}
      <QuickLinks />
    </div>
  );
}
