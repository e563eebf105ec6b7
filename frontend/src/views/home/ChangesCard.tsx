import { changesRead, newChanges } from '../../app/changes';
import { Fold } from '../../parts/Fold';
import { Prose } from '../../parts/Prose';
import { T } from '../../parts/T';
import { t } from '../../text/text';

/** What changed of late, told once after the app is opened. It can be read again from the links below. */
export function ChangesCard() {
  if (changesRead.value || newChanges.value.length === 0) return null;
  return (
    <section class="changes" aria-labelledby="changes">
      <div class="changes__head">
        <h2 id="changes" class="changes__title">
          <T id="ui.changes.title" />
        </h2>
        <button
          type="button"
          class="button"
          data-kind="quiet"
          onClick={() => {
            changesRead.value = true;
          }}
        >
          <T id="ui.changes.seen" />
        </button>
      </div>
      {newChanges.value.map(({ id }) => (
        <Fold key={id} summary={<T id={`changes.${id}.title`} />}>
          <Prose text={t(`changes.${id}.body`)} />
        </Fold>
      ))}
    </section>
  );
}
