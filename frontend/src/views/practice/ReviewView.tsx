import { endConsultation, practise } from '../../app/flow';
import { practiceCase } from '../../app/practice';
import { consultation } from '../../consultation/consultation';
import type { Guide, Practice } from '../../engine/bundle.gen';
import { optionText } from '../../parts/ChoiceList';
import { Prose } from '../../parts/Prose';
import { Ruby } from '../../parts/Ruby';
import { ScreenHeading } from '../../parts/ScreenHeading';
import { Sign } from '../../parts/Sign';
import { T } from '../../parts/T';
import { TopBar } from '../../parts/TopBar';
import { stepText, t } from '../../text/text';
import { type Difference, type Review, review } from './review';

/** The title of a step as it stands on the day of the practice. */
function titleOf(guide: Guide, id: string): string {
  const day = consultation.day.value;
  const period = guide.steps
    .find((step) => step.id === id)
    ?.periods.find(({ from, until }) => from <= day && (until === undefined || day <= until));
  return stepText(id, period?.variant, 'title') ?? id;
}

function Steps({ of, guide }: { of: Review['steps']; guide: Guide }) {
  return (
    <section class="section">
      <h2>
        <T id="ui.practice.steps" />
      </h2>
      <p>
        <T id="ui.practice.steps_found" args={{ all: of.length, found: of.filter(({ found }) => found).length }} />
      </p>
      <ul class="review">
        {of.map(({ id, found }) => (
          <li key={id} class="review__step" data-found={found}>
            <Sign of={found ? 'yes' : 'no'} />
            <span>
              <Ruby text={titleOf(guide, id)} />{' '}
              <span class="card__note">
                <T id={found ? 'ui.practice.found' : 'ui.practice.not_found'} />
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Changes({ title, ids, guide }: { title: string; ids: readonly string[]; guide: Guide }) {
  if (ids.length === 0) return null;
  return (
    <>
      <p>
        <T id={title} />
      </p>
      <ul class="prose__list">
        {ids.map((id) => (
          <li key={id}>
            <Ruby text={titleOf(guide, id)} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Answer({ of: { fact, given, model, gained, lost }, guide }: { of: Difference; guide: Guide }) {
  const said = (options: readonly string[]) =>
    options.map((option) => optionText(fact, option)).join(t('ui.answers.joiner'));
  return (
    <div class="review__answer">
      <h3>
        <T id={`fact.${fact}.short`} />
      </h3>
      <dl class="terms">
        {(['yours', 'model'] as const).map((whose) => (
          <div key={whose} class="terms__row">
            <dt>
              <T id={`ui.practice.${whose}`} />
            </dt>
            <dd>
              <Ruby text={said(whose === 'yours' ? given : model)} />
            </dd>
          </div>
        ))}
      </dl>
      <Changes title="ui.practice.change_gain" ids={gained} guide={guide} />
      <Changes title="ui.practice.change_lose" ids={lost} guide={guide} />
      {gained.length + lost.length === 0 && (
        <p>
          <T id="ui.practice.change_none" />
        </p>
      )}
    </div>
  );
}

function Answers({ of: { differences, open }, guide }: { of: Review; guide: Guide }) {
  return (
    <section class="section">
      <h2>
        <T id="ui.practice.answers" />
      </h2>
      {open > 0 && (
        <p>
          <T id="ui.practice.answers_open" args={{ count: open }} />
        </p>
      )}
      {differences.length === 0 && (
        <p>
          <T id="ui.practice.answers_same" />
        </p>
      )}
      {differences.map((one) => (
        <Answer key={one.fact} of={one} guide={guide} />
      ))}
    </section>
  );
}

function After({ practice, next }: { practice: Practice; next: Practice | undefined }) {
  return (
    <div class="actions">
      {next && (
        <button type="button" class="button" data-kind="primary" onClick={() => practise(next)}>
          <T id="ui.practice.next" />
        </button>
      )}
      <button type="button" class="button" onClick={() => practise(practice)}>
        <T id="ui.practice.again" />
      </button>
      <button type="button" class="button" onClick={endConsultation}>
        <T id="ui.practice.end" />
      </button>
    </div>
  );
}

/** The end of a practice case: what was found, what was answered otherwise and what it changes, and what to remember. */
export function ReviewView() {
  const guide = consultation.guide.value;
  const at = guide?.practice.findIndex(({ id }) => id === practiceCase.value) ?? -1;
  const practice = guide?.practice[at];
  if (!guide || !practice) return null;
  const result = review(guide, practice, consultation.answers.value);
  return (
    <div class="page">
      <TopBar />
      <ScreenHeading of={`review-${practice.id}`}>
        <T id={`practice.${practice.id}.title`} />
      </ScreenHeading>
      <Steps of={result.steps} guide={guide} />
      <Answers of={result} guide={guide} />
      <section class="section">
        <h2>
          <T id="ui.practice.learn" />
        </h2>
        <Prose text={t(`practice.${practice.id}.learn`)} />
      </section>
      <After practice={practice} next={guide.practice[at + 1]} />
    </div>
  );
}
