import { useEffect, useRef, useState } from 'preact/hooks';
import { days } from '../consultation/day';
import { useHold } from '../parts/useHold';
import { t } from '../text/text';
import { uncover } from './cover';
import { type Month, monthOf, moved, weeksOf } from './month';

/** How long the name of the month is held to come back: longer than anyone presses by chance. */
export const HOLD_MS = 1200;

function Weeks({ month, today }: { month: Month; today: string }) {
  const weekdays = [...t('ui.cover.weekdays')];
  return (
    <table class="month">
      <thead>
        <tr>
          {weekdays.map((name, i) => (
            <th key={i} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week.join()}>
            {week.map((day, i) => (
              <td key={i} aria-current={day?.iso === today ? 'date' : undefined}>
                {day?.number}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A plain month calendar. No word of the app stands on it; holding the name of the month leads back. */
export function CoverScreen() {
  const today = days.today.value;
  const [month, setMonth] = useState(() => monthOf(today));
  const name = useRef<HTMLButtonElement>(null);
  const hold = useHold(uncover, HOLD_MS);
  useEffect(() => name.current?.focus({ preventScroll: true }), []);
  const label = t('ui.cover.month', { year: month.year, month: month.month });
  return (
    <main class="cover" aria-label={label}>
      <div class="cover__head">
        <button
          type="button"
          class="cover__move"
          aria-label={t('ui.cover.before')}
          onClick={() => setMonth(moved(month, -1))}
        >
          {'\u2039'}
        </button>
        <button ref={name} type="button" class="cover__name" aria-description={t('ui.cover.hold')} {...hold}>
          {label}
        </button>
        <button
          type="button"
          class="cover__move"
          aria-label={t('ui.cover.after')}
          onClick={() => setMonth(moved(month, 1))}
        >
          {'\u203a'}
        </button>
      </div>
      <Weeks month={month} today={today} />
    </main>
  );
}
