import { practise } from '../../app/flow';
import { consultation } from '../../consultation/consultation';
import type { Practice } from '../../engine/bundle.gen';
import { Icon } from '../../parts/Icon';
import { Prose } from '../../parts/Prose';
import { ScreenHeading } from '../../parts/ScreenHeading';
import { T } from '../../parts/T';
import { TopBar } from '../../parts/TopBar';
import { maybe, t } from '../../text/text';

function Entry({ practice, closed }: { practice: Practice; closed: boolean }) {
  const title = t(`practice.${practice.id}.title`);
  const day = `practice.${practice.id}.day`;
  return (
    <li class="card">
      <h2 class="card__title">
        <T id={`practice.${practice.id}.title`} />
      </h2>
      {maybe(day) && (
        <p>
          <T id={day} />
        </p>
      )}
      <p class="card__note">
        <T id="ui.practice.minutes" />
      </p>
      <div class="actions">
        <button
          type="button"
          class="button"
          disabled={closed}
          aria-label={t('ui.practice.begin_named', { title })}
          onClick={() => practise(practice)}
        >
          <T id="ui.practice.begin" />
          <Icon name="forward" />
        </button>
      </div>
    </li>
  );
}

/** The practice cases. None begins over a consultation: it would wipe what somebody at the table has said. */
export function PracticeView() {
  const closed = consultation.running.value && !consultation.practice.value;
  return (
    <div class="page">
      <TopBar />
      <ScreenHeading of="practice">
        <T id="ui.practice.title" />
      </ScreenHeading>
      <Prose text={t('ui.practice.lead')} />
      {closed && (
        <p class="note" role="status">
          <T id="ui.practice.not_now" />
        </p>
      )}
      <ul class="cards">
        {consultation.guide.value?.practice.map((practice) => (
          <Entry key={practice.id} practice={practice} closed={closed} />
        ))}
      </ul>
    </div>
  );
}
