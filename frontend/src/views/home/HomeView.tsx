import { askToEnd } from '../../app/ending';
import { callForHelp, resume } from '../../app/flow';
import { consultation } from '../../consultation/consultation';
import { Icon } from '../../parts/Icon';
import { ScreenHeading } from '../../parts/ScreenHeading';
import { T } from '../../parts/T';
import { DayLine } from './DayLine';
import { QuickLinks } from './QuickLinks';
import { Topics } from './Topics';

/** A consultation that was left in the middle can be taken up again, or ended. */
function Unfinished() {
  return (
    <section class="unfinished" aria-labelledby="unfinished">
      <h2 id="unfinished" class="unfinished__title">
        <T id="ui.home.unfinished" />
      </h2>
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
      <ScreenHeading of="home">
        <T id="ui.home.title" />
      </ScreenHeading>
      <DayLine />
      {consultation.running.value ? <Unfinished /> : <Topics />}
      <button type="button" class="danger" onClick={callForHelp}>
        <Icon name="warn" />
        <span class="danger__text">
          <T id="ui.home.danger" />
        </span>
        <Icon name="forward" />
      </button>
      <QuickLinks />
    </div>
  );
}
