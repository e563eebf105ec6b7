import { askToEnd } from '../../app/ending';
import { nav } from '../../app/screen';
import { consultation } from '../../consultation/consultation';
import { AnswersList } from '../../parts/AnswersList';
import { Both } from '../../parts/Both';
import { bands } from '../../parts/bands';
import { Icon } from '../../parts/Icon';
import { Reference } from '../../parts/LanguagePicker';
import { ScreenHeading } from '../../parts/ScreenHeading';
import { Sign } from '../../parts/Sign';
import { T } from '../../parts/T';
import { eraDate } from '../../text/date';
import { Emergency } from './Emergency';
import { Keep } from './Keep';
import { ResultSheet } from './ResultSheet';
import { StepItem } from './StepItem';

function Head() {
  return (
    <>
      <div class="progress">
        <button type="button" class="button" data-kind="quiet" onClick={nav.goBack}>
          <Icon name="back" />
          <T id="ui.nav.back" />
        </button>
        <button type="button" class="button" data-kind="quiet" onClick={askToEnd}>
          <T id="ui.consultation.end" />
        </button>
      </div>
      <ScreenHeading of="result">
        <T id="ui.result.title" />
      </ScreenHeading>
      <Reference />
      <p class="result__day">
        <T id="ui.home.day" args={{ day: eraDate(consultation.day.value) }} />
      </p>
    </>
  );
}

/** What to do, by urgency, each step with its words, contacts and reasons; at the end what to keep. */
export function ResultView() {
  const all = bands();
  if (all.some(({ steps }) => steps.some(({ id }) => id === 'call_110'))) return <Emergency />;
  return (
    <div class="result">
      <div class="result__main">
        <Head />
        {all.map(({ urgency, steps }) => (
          <section key={urgency} class="band" data-urgency={urgency} aria-labelledby={`band-${urgency}`}>
            <h2 id={`band-${urgency}`} class="band__title">
              <Sign of={urgency} />
              <Both id={`ui.urgency.${urgency}`} />
              <span class="band__count">
                <T id="ui.result.count" args={{ count: steps.length }} />
              </span>
            </h2>
            {steps.map((held) => (
              <StepItem key={held.id} held={held} />
            ))}
          </section>
        ))}
        <Keep />
      </div>
      <aside class="result__side">
        <h2>
          <T id="ui.answers.title" />
        </h2>
        <AnswersList />
      </aside>
      <ResultSheet />
    </div>
  );
}
