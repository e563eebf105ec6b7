import type { TimelineRow } from '../../engine/bundle.gen';
import { Both, BothProse } from '../../parts/Both';
import { Cites } from '../../parts/Cites';
import { Fold } from '../../parts/Fold';
import { Sign } from '../../parts/Sign';
import { Said } from '../../parts/Words';
import { longDate } from '../../text/date';
import { pair } from '../../text/pair';
import { dayAfter, type Scale } from './scale';

interface Props {
  rows: readonly TimelineRow[];
  day: string;
  today: string;
  scale: Scale;
}

/** One row's bar. Decoration: the words of the day and the list of periods say the same. */
function Bar({ row, day, today, scale }: { row: TimelineRow; day: string; today: string; scale: Scale }) {
  return (
    <div class="bar" aria-hidden="true">
      {row.periods.map(({ from, until, mark }) => {
        const start = scale.at(from);
        const end = until ? scale.at(dayAfter(until)) : 100;
        return (
          <span
            key={from}
            class="bar__period"
            data-of={mark}
            style={{ insetInlineStart: `${start}%`, inlineSize: `${end - start}%` }}
          />
        );
      })}
      <span class="bar__line" style={{ insetInlineStart: `${scale.at(today)}%` }} />
      {day !== today && <span class="bar__line" data-chosen style={{ insetInlineStart: `${scale.at(day)}%` }} />}
    </div>
  );
}

/** From here on a year stands before its line: behind it there is no room left at the edge. */
const LATE = 80;

function Years({ scale, today }: { scale: Scale; today: string }) {
  return (
    <div class="years" aria-hidden="true">
      <span class="years__today" style={{ insetInlineStart: `${scale.at(today)}%` }}>
        <Said of={pair('ui.timeline.today').main} />
      </span>
      {scale.years.map((year) => (
        <span
          key={year}
          class="years__year"
          data-late={scale.at(year) > LATE}
          style={{ insetInlineStart: `${scale.at(year)}%` }}
        >
          {year.slice(0, 4)}
        </span>
      ))}
    </div>
  );
}

function Periods({ row }: { row: TimelineRow }) {
  return (
    <ul class="periods">
      {row.periods.map(({ from, until, mark, variant, cites }) => (
        <li key={from} class="periods__period">
          <p class="periods__days">
            <Sign of={mark} />
            <Both
              id={until ? 'ui.timeline.between' : 'ui.timeline.since'}
              args={(lang) => ({ from: longDate(from, lang), until: longDate(until ?? from, lang) })}
            />
          </p>
          <BothProse id={`timeline.${row.id}.${variant}`} />
          <Cites cites={cites} />
        </li>
      ))}
    </ul>
  );
}

/** Each way to show one's insurance: its bar, what holds on the day, and every period with its source. */
export function TimelineRows({ rows, day, today, scale }: Props) {
  return (
    <div class="timeline__rows">
      <Years scale={scale} today={today} />
      {rows.map((row) => {
        const period = row.periods.find(({ from, until }) => from <= day && (!until || day <= until));
        return (
          <article key={row.id} class="timeline__row">
            <h3 class="timeline__name">
              <Both id={`timeline.${row.id}.name`} />
            </h3>
            <Bar row={row} day={day} today={today} scale={scale} />
            {period && (
              <div class="timeline__now">
                <Sign of={period.mark} />
                <BothProse id={`timeline.${row.id}.${period.variant}`} />
              </div>
            )}
            <Fold summary={<Both id="ui.timeline.all" />}>
              <Periods row={row} />
            </Fold>
          </article>
        );
      })}
    </div>
  );
}
