import { useState } from 'preact/hooks';
import { consultation } from '../../consultation/consultation';
import { days, isDay } from '../../consultation/day';
import type { Guide } from '../../engine/bundle.gen';
import { Both } from '../../parts/Both';
import { Sign } from '../../parts/Sign';
import { longDate } from '../../text/date';
import { scaleOf } from './scale';
import { TimelineRows } from './TimelineRows';

const LEGEND = ['yes', 'partial', 'no'] as const;

function boundariesOf(guide: Guide): string[] {
  return [...new Set(guide.timeline.flatMap(({ periods }) => periods.map(({ from }) => from)))].sort();
}

/** What can be shown at a clinic, along the time; the words follow the day that is chosen. */
export function Timeline() {
  const guide = consultation.guide.value;
  const [day, setDay] = useState(consultation.day.value);
  if (!guide) return null;
  const today = days.today.value;
  const scale = scaleOf(guide.covers_from, today);
  return (
    <section class="timeline">
      <div class="timeline__choose">
        <label class="field">
          <span class="field__label">
            <Both id="ui.timeline.day" />
          </span>
          <input
            class="field__input"
            type="date"
            autoComplete="off"
            min={guide.covers_from}
            value={day}
            onInput={(e) => {
              const { value } = e.currentTarget;
              if (isDay(value) && value >= guide.covers_from) setDay(value);
            }}
          />
        </label>
        <p class="timeline__days">
          <button
            type="button"
            class="button"
            data-kind="small"
            aria-pressed={day === today}
            onClick={() => setDay(today)}
          >
            <Both id="ui.timeline.today" />
          </button>
          {boundariesOf(guide).map((boundary) => (
            <button
              key={boundary}
              type="button"
              class="button"
              data-kind="small"
              aria-pressed={day === boundary}
              onClick={() => setDay(boundary)}
            >
              {longDate(boundary)}
            </button>
          ))}
        </p>
      </div>
      <ul class="legend">
        {LEGEND.map((mark) => (
          <li key={mark} class="legend__item">
            <span class="legend__box" data-of={mark} />
            <Sign of={mark} />
            <Both id={`ui.mark.${mark}`} />
          </li>
        ))}
      </ul>
      <h2 class="timeline__title" aria-live="polite">
        <Both id="ui.timeline.on" args={(lang) => ({ day: longDate(day, lang) })} />
      </h2>
      <TimelineRows rows={guide.timeline} day={day} today={today} scale={scale} />
    </section>
  );
}
