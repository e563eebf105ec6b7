import { consultation } from '../consultation/consultation';
import { Fold } from '../parts/Fold';
import { Prose } from '../parts/Prose';
import { T } from '../parts/T';
import { t } from '../text/text';
import { practiceCase } from './practice';
import { nav } from './screen';

/** The screens on which the story is needed. */
const TOLD_ON: ReadonlySet<string> = new Set(['ask', 'result']);

/** Room for the story and the question under it: everything but a phone. */
const ROOM = '(min-width: 40em)';

/** The story of the practice case above its questions, open where there is room, and the way to its end. */
export function PracticeBar() {
  const id = practiceCase.value;
  const screen = nav.screen.value.name;
  if (id === null || !consultation.practice.value || !TOLD_ON.has(screen)) return null;
  return (
    <div class="practicebar">
      <Fold
        key={`${id} ${screen}`}
        kind="boxed"
        open={screen === 'ask' && matchMedia(ROOM).matches}
        summary={<T id="ui.practice.story" args={{ title: t(`practice.${id}.title`) }} />}
      >
        <Prose text={t(`practice.${id}.story`)} />
      </Fold>
      {screen === 'result' && (
        <div class="actions">
          <button type="button" class="button" data-kind="primary" onClick={() => nav.go({ name: 'review' })}>
            <T id="ui.practice.review" />
          </button>
        </div>
      )}
    </div>
  );
}
