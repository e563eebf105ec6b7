import { askToEnd } from '../../app/ending';
import { nav } from '../../app/screen';
import { consultation } from '../../consultation/consultation';
import { Icon } from '../../parts/Icon';
import { T } from '../../parts/T';

/** The topics were chosen at home: they are no question of their own there. */
const counted = (fact: string) => fact !== 'topic';

function left(fact: string): { least: number; most: number } {
  const plan = consultation.plan.value;
  const open = plan?.missing.includes(fact) ? 1 : 0;
  return { least: (plan?.missing.length ?? 0) - open, most: consultation.remaining.value - open };
}

/** Where we are: the number of the question, and how many can still come. Never guessed low. */
export function Progress({ fact }: { fact: string }) {
  const before = consultation.answered.value.filter(counted);
  const at = before.indexOf(fact);
  const number = at < 0 ? before.length + 1 : at + 1;
  const { least, most } = left(fact);
  return (
    <div class="progress">
      <button type="button" class="button" data-kind="quiet" onClick={nav.goBack}>
        <Icon name="back" />
        <T id="ui.nav.back" />
      </button>
      <p class="progress__text">
        <span class="progress__number">
          <T id="ui.ask.number" args={{ number }} />
        </span>
        <span class="progress__left">
          {most <= 0 && <T id="ui.ask.last" />}
          {most > 0 && least === most && <T id="ui.ask.left" args={{ count: most }} />}
          {most > 0 && least < most && least > 0 && <T id="ui.ask.left_between" args={{ least, most }} />}
          {most > 0 && least === 0 && <T id="ui.ask.left_most" args={{ most }} />}
        </span>
      </p>
      <button type="button" class="button" data-kind="quiet" onClick={askToEnd}>
        <T id="ui.consultation.end" />
      </button>
    </div>
  );
}
