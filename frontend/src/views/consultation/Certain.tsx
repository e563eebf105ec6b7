import { consultation } from '../../consultation/consultation';
import { AnswersList } from '../../parts/AnswersList';
import { Because } from '../../parts/Because';
import { bands } from '../../parts/bands';
import { Fold } from '../../parts/Fold';
import { Sign } from '../../parts/Sign';
import { T } from '../../parts/T';
import { stepMessage } from '../../text/text';

function Steps() {
  const all = bands();
  if (all.length === 0) {
    return (
      <p class="answers__none">
        <T id="ui.ask.certain_none" />
      </p>
    );
  }
  return (
    <>
      {all.map(({ urgency, steps }) => (
        <section key={urgency} class="certain__band" data-urgency={urgency}>
          <h3 class="certain__urgency">
            <Sign of={urgency} />
            <T id={`ui.urgency.${urgency}`} />
          </h3>
          {steps.map(({ id, because, period }) => (
            <Fold key={id} summary={<T id={stepMessage(id, period.variant, 'title') ?? id} />}>
              <Because because={because} cites={period.cites} />
            </Fold>
          ))}
        </section>
      ))}
    </>
  );
}

function Title() {
  const count = consultation.plan.value?.steps.length ?? 0;
  return (
    <span class="certain__title">
      <T id="ui.ask.certain" />
      <span class="certain__count">{count}</span>
    </span>
  );
}

function Answers({ current }: { current: string }) {
  return (
    <section class="certain__answers">
      <h2 class="certain__heading">
        <T id="ui.answers.title" />
      </h2>
      <AnswersList current={current} />
    </section>
  );
}

/** What no further answer can take back, and the answers so far: beside the question, where there is room. */
export function CertainPane({ current }: { current: string }) {
  return (
    <aside class="certain" data-shape="pane">
      <h2 class="certain__heading">
        <Title />
      </h2>
      <Steps />
      <Answers current={current} />
    </aside>
  );
}

/** The same as a folding bar that always tells the count. */
export function CertainBar({ current }: { current: string }) {
  return (
    <aside class="certain" data-shape="bar">
      <Fold kind="boxed" summary={<Title />}>
        <Steps />
        <Answers current={current} />
      </Fold>
    </aside>
  );
}
