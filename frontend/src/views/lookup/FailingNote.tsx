import { failing, markFailing } from '../../app/lookup';
import { nav } from '../../app/screen';
import { Icon } from '../../parts/Icon';
import { T } from '../../parts/T';

/** Marks a contact that does not answer; what is marked leads to the slip for the person in charge. */
export function FailingNote({ id }: { id: string }) {
  const crossed = failing.value.has(id);
  if (!crossed) {
    return (
      <div class="actions">
        <button type="button" class="button" data-kind="small" onClick={() => markFailing(id)}>
          <Icon name="warn" />
          <T id="ui.report.mark" />
        </button>
      </div>
    );
  }
  return (
    <div class="note failing" role="status">
      <p class="note__title">
        <T id="ui.report.marked" />
      </p>
      <p>
        <T id="ui.report.marked_note" />
      </p>
      <div class="actions">
        <button type="button" class="button" onClick={() => nav.go({ name: 'report', id })}>
          <Icon name="print" />
          <T id="ui.report.open" />
        </button>
        <button type="button" class="button" data-kind="quiet" onClick={() => markFailing(id)}>
          <T id="ui.report.unmark" />
        </button>
      </div>
    </div>
  );
}
