import { useState } from 'preact/hooks';
import { consultation } from '../../consultation/consultation';
import { days, isDay } from '../../consultation/day';
import { T } from '../../parts/T';
import { eraDate, longDate } from '../../text/date';

/** Chooses another day for practice: the rules of that day are shown, and every screen and paper says so. */
export function DayChooser({ from, today, onDone }: { from: string; today: string; onDone: () => void }) {
  const [value, setValue] = useState(days.day.value);
  const [failed, setFailed] = useState(false);
  const boundaries = consultation.guide.value?.boundaries ?? [];
  const use = (day: string | null) => {
    if (days.setAsOf(day)) onDone();
    else setFailed(true);
  };
  return (
    <form
      class="daychooser"
      autoComplete="off"
      noValidate
      onSubmit={(e) => {
        e.preventDefault();
        use(value === today ? null : value);
      }}
    >
      <p>
        <T id="ui.day.explain" args={{ day: longDate(from) }} />
      </p>
      <label class="field">
        <span class="field__label">
          <T id="ui.day.label" />
        </span>
        <input
          class="field__input"
          type="date"
          autoComplete="off"
          min={from}
          value={value}
          aria-invalid={failed}
          aria-describedby={failed ? 'day-error' : undefined}
          onInput={(e) => setValue(e.currentTarget.value)}
        />
      </label>
      {isDay(value) && <output class="daychooser__era">{eraDate(value)}</output>}
      {failed && (
        <p id="day-error" class="field__error" role="alert">
          <T id="ui.day.error" args={{ day: longDate(from) }} />
        </p>
      )}
      <p class="daychooser__boundaries">
        <T id="ui.day.boundaries" />
        {boundaries.map((day) => (
          <button key={day} type="button" class="button" data-kind="small" onClick={() => setValue(day)}>
            {longDate(day)}
          </button>
        ))}
      </p>
      <div class="actions">
        <button type="submit" class="button" data-kind="primary">
          <T id="ui.day.use" />
        </button>
        <button type="button" class="button" onClick={() => use(null)}>
          <T id="ui.day.back_to_today" />
        </button>
      </div>
    </form>
  );
}
