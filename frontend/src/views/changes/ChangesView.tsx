import { consultation } from '../../consultation/consultation';
import { Prose } from '../../parts/Prose';
import { ScreenHeading } from '../../parts/ScreenHeading';
import { T } from '../../parts/T';
import { TopBar } from '../../parts/TopBar';
import { longDate } from '../../text/date';
import { t } from '../../text/text';

/** Everything a counselor who knows an earlier version must be told, the newest first. */
export function ChangesView() {
  const changes = consultation.guide.value?.changes ?? [];
  return (
    <div class="page">
      <TopBar />
      <ScreenHeading of="changes">
        <T id="ui.changes.title" />
      </ScreenHeading>
      <p>
        <T id={changes.length > 0 ? 'ui.changes.lead' : 'ui.changes.none'} />
      </p>
      {changes.map(({ id, on }) => (
        <section key={id} class="section">
          <h2>
            <T id={`changes.${id}.title`} />
          </h2>
          <p class="card__note">
            <T id="ui.changes.added" args={{ day: longDate(on) }} />
          </p>
          <Prose text={t(`changes.${id}.body`)} />
        </section>
      ))}
    </div>
  );
}
