import { useState } from 'preact/hooks';
import { justDropped } from '../../app/draft';
import { answerAndMoveOn } from '../../app/flow';
import { nav } from '../../app/screen';
import { consultation } from '../../consultation/consultation';
import type { Fact } from '../../engine/bundle.gen';
import { Both } from '../../parts/Both';
import { firstChoice } from '../../parts/ChoiceList';
import { factNames } from '../../parts/factNames';
import { Icon } from '../../parts/Icon';
import { Reference } from '../../parts/LanguagePicker';
import { ScreenHeading } from '../../parts/ScreenHeading';
import { T } from '../../parts/T';
import { useWide } from '../../parts/useWide';
import { CertainBar, CertainPane } from './Certain';
import { Notes } from './Notes';
import { Progress } from './Progress';
import { Question } from './Question';

function Dropped() {
  const facts = justDropped.value;
  return (
    <p class="dropped" role="status">
      {facts.length > 0 && <T id="ui.ask.dropped" args={{ names: factNames(facts) }} />}
    </p>
  );
}

function errorOf(fact: Fact): string {
  if (!fact.options.includes('dont_know')) return 'ui.ask.error_certain';
  return fact.many ? 'ui.ask.error_many' : 'ui.ask.error';
}

/** One question: what to say, what she can answer, and beside it what is certain already. */
export function AskView({ fact: id }: { fact: string }) {
  // The view stays from question to question, so that only what differs is drawn anew.
  const [failedOn, setFailedOn] = useState<string | null>(null);
  const failed = failedOn === id;
  const wide = useWide();
  const fact = consultation.fact(id);
  if (!fact) return null;
  const next = (e: SubmitEvent) => {
    e.preventDefault();
    setFailedOn(answerAndMoveOn(id) ? null : id);
  };
  return (
    <div class="ask">
      <form class="ask__main" autoComplete="off" onSubmit={next}>
        <Progress fact={id} />
        {!wide && <CertainBar current={id} />}
        <Dropped />
        <ScreenHeading of={id}>
          <Both id={`fact.${id}.ask`} />
        </ScreenHeading>
        <Reference />
        {failed && (
          <p id="ask-error" class="field__error" role="alert">
            {/* No link: opened in a new tab it would write the question into an address. */}
            <button type="button" onClick={() => document.getElementById(firstChoice(id))?.focus()}>
              <T id={errorOf(fact)} />
            </button>
          </p>
        )}
        <Question fact={fact} {...(failed ? { describedBy: 'ask-error' } : {})} />
        <Notes fact={fact} />
        <div class="actions" data-place="bar">
          <button
            type="button"
            class="button"
            onClick={() => nav.go({ name: 'facing', subject: { kind: 'fact', id } })}
          >
            <Icon name="turn" />
            <T id="ui.facing.open" />
          </button>
          <button type="submit" class="button" data-kind="primary">
            <T id="ui.ask.next" />
            <Icon name="forward" />
          </button>
        </div>
      </form>
      {wide && <CertainPane current={id} />}
    </div>
  );
}
