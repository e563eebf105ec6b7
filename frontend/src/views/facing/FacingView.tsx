import { useSignal } from '@preact/signals';
import { isPractice } from '../../app/practice';
import { nav, type Subject } from '../../app/screen';
import { consultation } from '../../consultation/consultation';
import { CoverButton } from '../../parts/CoverButton';
import { Icon } from '../../parts/Icon';
import { LanguageLacking, LanguagePicker, Reference } from '../../parts/LanguagePicker';
import { ReadAloud } from '../../parts/ReadAloud';
import { T } from '../../parts/T';
import { longDate } from '../../text/date';
import { FacingFact } from './FacingFact';
import { FacingPage } from './FacingPage';
import { FacingStep } from './FacingStep';
import { messagesOf } from './messages';

function Stage({ subject }: { subject: Subject }) {
  if (subject.kind === 'fact') return <FacingFact id={subject.id} />;
  if (subject.kind === 'step') return <FacingStep id={subject.id} />;
  return <FacingPage id={subject.id} />;
}

/** For the client's eyes: large words and nothing of the counselor's. The bar stays on the counselor's side when the words turn. */
export function FacingView({ subject }: { subject: Subject }) {
  const turned = useSignal(false);
  return (
    <div class="facing">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <div class="facing__stage" data-turned={turned} tabIndex={0}>
        <div class="facing__words">
          <Stage subject={subject} />
          <Reference />
        </div>
      </div>
      <div class="facing__bar">
        {isPractice.value && (
          <p class="facing__mark">
            <T id="ui.banner.as_of" args={{ day: longDate(consultation.day.value) }} />
          </p>
        )}
        <button type="button" class="button" onClick={nav.goBack}>
          <Icon name="back" />
          <T id="ui.nav.back" />
        </button>
        <button
          type="button"
          class="button"
          aria-pressed={turned.value}
          onClick={() => {
            turned.value = !turned.value;
          }}
        >
          <Icon name="turn" />
          <T id="ui.facing.turn" />
        </button>
        <ReadAloud ids={messagesOf(subject)} />
        <LanguagePicker />
        <CoverButton />
        <div class="facing__status" role="status">
          <LanguageLacking />
        </div>
      </div>
    </div>
  );
}
