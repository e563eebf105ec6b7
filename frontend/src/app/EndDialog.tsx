import { Dialog } from '../parts/Dialog';
import { T } from '../parts/T';
import { covered } from './cover';
import { ending } from './ending';
import { endConsultation } from './flow';

const cancel = () => {
  ending.value = false;
};

/** Asks before the answers are wiped. */
export function EndDialog() {
  if (!ending.value || covered.value) return null;
  return (
    <Dialog title={<T id="ui.end.title" />} onClose={cancel}>
      <p>
        <T id="ui.end.text" />
      </p>
      <div class="actions">
        <button type="button" class="button" data-kind="primary" onClick={endConsultation}>
          <T id="ui.end.yes" />
        </button>
        <button type="button" class="button" onClick={cancel}>
          <T id="ui.end.no" />
        </button>
      </div>
    </Dialog>
  );
}
