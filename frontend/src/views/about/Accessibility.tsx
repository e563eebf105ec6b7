import { current } from '../../app/current';
import type { Criterion, Met } from '../../engine/bundle.gen';
import { Fold } from '../../parts/Fold';
import { Prose } from '../../parts/Prose';
import { T } from '../../parts/T';
import { longDate } from '../../text/date';
import { t } from '../../text/text';
import { chrome, SOURCE } from '../../text/words';

type Part = 'guide' | 'editor';
const PARTS: readonly Part[] = ['guide', 'editor'];

/** What the standard calls it: a title, so without readings. */
function Name({ of }: { of: Criterion }) {
  return (
    <>
      {of.id} {chrome.value === SOURCE ? of.name.ja : of.name.en}
    </>
  );
}

/** Why it is so, where that is not plain. */
function Note({ of }: { of: Criterion }) {
  return of.note ? (
    <p class="criteria__note">
      <T id={`accessibility.note.${of.note}`} />
    </p>
  ) : null;
}

function Counts({ criteria }: { criteria: readonly Criterion[] }) {
  return (
    <ul class="prose__list">
      {PARTS.map((part) => {
        const count = (met: Met) => criteria.filter((one) => one[part] === met).length;
        const counts = {
          pass: count('pass'),
          none: count('not_applicable'),
          partial: count('partial'),
          fail: count('fail'),
        };
        return (
          <li key={part}>
            <T id="ui.about.access_count" args={{ part: t(`ui.about.access_${part}`), ...counts }} />
          </li>
        );
      })}
    </ul>
  );
}

/** What is not met stands in the open. */
function Lacks({ criteria }: { criteria: readonly Criterion[] }) {
  const lacking = criteria.filter((one) => PARTS.some((part) => one[part] === 'partial' || one[part] === 'fail'));
  return (
    <>
      <h3>
        <T id="ui.about.access_lacks" />
      </h3>
      <ul class="prose__list">
        {lacking.map((one) => (
          <li key={one.id}>
            <Name of={one} />
            <Note of={one} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Results({ criteria }: { criteria: readonly Criterion[] }) {
  return (
    <table class="criteria" aria-labelledby="accessibility">
      <thead>
        <tr>
          {['criterion', 'level', ...PARTS].map((column) => (
            <th key={column} scope="col">
              <T id={`ui.about.access_column_${column}`} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {criteria.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              <Name of={one} />
              <Note of={one} />
            </th>
            <td>
              {one.level} {one.jis && 'JIS'}
            </td>
            {PARTS.map((part) => (
              <td key={part} data-met={one[part]}>
                <T id={`ui.about.access_${one[part]}`} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How far this version meets the standards, what it does not meet, and how that was tried. */
export function Accessibility() {
  const result = current.value?.guide.accessibility;
  if (!result) return null;
  const { tested_on, criteria } = result;
  return (
    <div class="accessibility">
      <p>
        <strong>
          <T id="ui.about.access_level" />
        </strong>
      </p>
      <p>
        <T id="ui.about.access_day" args={(lang) => ({ day: longDate(tested_on, lang) })} />
      </p>
      <Counts criteria={criteria} />
      <Lacks criteria={criteria} />
      <Fold kind="boxed" summary={<T id="ui.about.access_how_title" />}>
        <Prose text={t('ui.about.access_how')} />
      </Fold>
      <Fold kind="boxed" summary={<T id="ui.about.access_results" args={{ count: criteria.length }} />}>
        <p>
          <T id="ui.about.access_jis" />
        </p>
        <Results criteria={criteria} />
      </Fold>
    </div>
  );
}
