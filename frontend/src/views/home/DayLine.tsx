import { useState } from 'preact/hooks';
import { covered } from '../../app/cover';
import { current, readyOffline } from '../../app/current';
import { consultation } from '../../consultation/consultation';
import { days } from '../../consultation/day';
import { Dialog } from '../../parts/Dialog';
import { Icon } from '../../parts/Icon';
import { T } from '../../parts/T';
import { eraDate, longDate } from '../../text/date';
import { DayChooser } from './DayChooser';
import { RegionButton } from './RegionLine';

function Readiness() {
  // Not known in the first moments. The badge keeps its room, so that nothing moves under a finger when it comes.
  const ready = readyOffline.value ?? 'unknown';
  return (
    <p class="ready" data-ready={ready}>
      <Icon name={ready ? 'check' : 'warn'} />
      <T id={ready ? 'ui.ready.yes' : 'ui.ready.no'} />
    </p>
  );
}

/** Which day's rules are shown, and how fresh they are. */
export function DayLine() {
  const [choosing, setChoosing] = useState(false);
  const guide = consultation.guide.value;
  const release = current.value;
  if (!guide || !release) return null;
  return (
    <div class="dayline">
      <p class="dayline__day">
        <T id="ui.home.day" args={{ day: eraDate(consultation.day.value) }} />
        {!consultation.running.value && (
          <button type="button" class="button" data-kind="quiet" onClick={() => setChoosing(true)}>
            <Icon name="calendar" />
            <T id="ui.day.change" />
          </button>
        )}
      </p>
      <div class="dayline__facts">
        <Readiness />
        <RegionButton />
        <p>
          <T id="ui.home.version" args={{ version: release.id.slice(0, 7) }} />
        </p>
        <p>
          <T id="ui.home.reviewed" args={{ day: longDate(guide.reviewed_on) }} />
        </p>
      </div>
      {/* Under the cover a modal dialog would still hold the calendar out of reach. */}
      {choosing && !covered.value && (
        <Dialog title={<T id="ui.day.title" />} onClose={() => setChoosing(false)}>
          <DayChooser from={guide.covers_from} today={days.today.value} onDone={() => setChoosing(false)} />
        </Dialog>
      )}
    </div>
  );
}
