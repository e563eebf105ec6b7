import { consultation } from '../consultation/consultation';
import { Fold } from '../parts/Fold';
import { Prose } from '../parts/Prose';
import { T } from '../parts/T';
import { useWide } from '../parts/useWide';
import { t } from '../text/text';
import { endConsultation } from './flow';
import { practiceCase } from './practice';
import { nav } from './screen';

/** The screens on which the story is needed. */
const TOLD_ON: ReadonlySet<string> = new Set(['ask', 'result']);

function stop(): void {
  endConsultation();
  nav.go({ name: 'practice' });
}

/** The story of the practice case above its questions, open where there is room, and the way to its end. */
export function PracticeBar() {
  const wide = useWide();
  const id = practiceCase.value;
  const screen = nav.screen.value.name;
  if (id === null || !consultation.practice.value || !TOLD_ON.has(screen)) return null;
  return (
    <div class="practicebar">
      <Fold
        key={id}
        kind="boxed"
        open={wide}
        summary={<T id="ui.practice.story" args={{ title: t(`practice.${id}.title`) }} />}
      >
        <Prose text={t(`practice.${id}.story`)} />
      </Fold>
      <div class="actions">
        {screen === 'result' && (
          <button type="button" class="button" onClick={() => nav.go({ name: 'review' })}>
            <T id="ui.practice.review" />
          </button>
        )}
        <button type="button" class="button" data-kind="quiet" onClick={stop}>
          <T id="ui.practice.stop" />
        </button>
      </div>
    </div>
  );
}
