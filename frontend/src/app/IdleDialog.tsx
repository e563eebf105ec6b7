import { useEffect, useState } from 'preact/hooks';
import { Dialog } from '../parts/Dialog';
import { T } from '../parts/T';
import { covered } from './cover';
import { endConsultation } from './flow';
import { idle } from './idle';

/** A press ends the warning as it begins, and becomes a click only when it ends: until then its button must be there. */
const PRESS_MS = 400;

/** The seconds that are left, and a moment longer the last of them; null when the warning is to go. */
function useSeconds(): number | null {
  const seconds = idle.secondsLeft.value;
  const [shown, setShown] = useState(seconds);
  useEffect(() => {
    if (seconds !== null) {
      setShown(seconds);
      return;
    }
    const timer = setTimeout(() => setShown(null), PRESS_MS);
    return () => clearTimeout(timer);
  }, [seconds]);
  return seconds ?? shown;
}

/** Warns before a consultation that was left alone is wiped. Any touch goes on. */
export function IdleDialog() {
  const seconds = useSeconds();
  if (seconds === null || covered.value) return null;
  return (
    <Dialog role="alertdialog" title={<T id="ui.idle.title" />} onClose={idle.touch}>
      <p>
        <T id="ui.idle.text" />
      </p>
      {/* Spoken once by the dialog itself; a count read aloud every second would drown everything. */}
      <p class="countdown" role="timer" aria-live="off">
        <T id="ui.idle.seconds" args={{ count: seconds }} />
      </p>
      <div class="actions">
        <button type="button" class="button" data-kind="primary" onClick={idle.touch}>
          <T id="ui.idle.stay" />
        </button>
        <button type="button" class="button" onClick={endConsultation}>
          <T id="ui.end.yes" />
        </button>
      </div>
    </Dialog>
  );
}
