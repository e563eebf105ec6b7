import { chosenFor, draft } from '../../app/draft';
import { consultation } from '../../consultation/consultation';
import type { Fact } from '../../engine/bundle.gen';
import { dropped } from '../../engine/evaluate';
import { BothProse } from '../../parts/Both';
import { ChoiceList } from '../../parts/ChoiceList';
import { factNames } from '../../parts/factNames';
import { T } from '../../parts/T';
import { has } from '../../text/text';

/** The answers that would stop applying if what is chosen became the answer. */
function wouldDrop(fact: string, options: readonly string[]): string[] {
  const guide = consultation.guide.value;
  const answers = consultation.answers.value;
  if (!guide || !answers[fact] || options.length === 0) return [];
  return dropped(guide, answers, { ...answers, [fact]: options }, consultation.day.value);
}

/** The choices of a question, what "I don't know" leads to, and what a change would put aside. */
export function Question({ fact, describedBy }: { fact: Fact; describedBy?: string }) {
  const chosen = chosenFor(fact.id);
  const lost = wouldDrop(fact.id, chosen);
  const unsure = `fact.${fact.id}.unsure`;
  return (
    <>
      <ChoiceList
        key={fact.id}
        fact={fact}
        chosen={chosen}
        {...(describedBy ? { describedBy } : {})}
        legend={<T id={fact.many ? 'ui.ask.legend_many' : 'ui.ask.legend'} />}
        onChoose={(options) => {
          draft.value = { fact: fact.id, options };
        }}
      />
      <div class="consequence" role="status">
        {chosen.includes('dont_know') && has(unsure) && (
          <div class="note" data-kind="unsure">
            <p class="note__title">
              <T id="ui.ask.unsure" />
            </p>
            <BothProse id={unsure} />
          </div>
        )}
        {lost.length > 0 && (
          <p class="note" data-kind="drop">
            <T id="ui.ask.would_drop" args={{ names: factNames(lost) }} />
          </p>
        )}
      </div>
    </>
  );
}
