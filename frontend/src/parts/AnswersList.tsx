import { nav } from '../app/screen';
import { consultation } from '../consultation/consultation';
import { t } from '../text/text';
import { optionText } from './ChoiceList';
import { Ruby } from './Ruby';
import { T } from './T';

/** The words of the answer given to a question. */
export function answerText(fact: string): string {
  const options = consultation.answers.value[fact] ?? [];
  return options.map((option) => optionText(fact, option)).join(t('ui.answers.joiner'));
}

/** Every answer that counts now, each with the way to change it. */
export function AnswersList({ current }: { current?: string }) {
  const answered = consultation.answered.value;
  if (answered.length === 0) {
    return (
      <p class="answers__none">
        <T id="ui.answers.none_yet" />
      </p>
    );
  }
  return (
    <dl class="answers">
      {answered.map((fact) => (
        <div key={fact} class="answers__row" data-current={fact === current || undefined}>
          <dt class="answers__fact">
            <T id={`fact.${fact}.short`} />
          </dt>
          <dd class="answers__answer">
            <Ruby text={answerText(fact)} />
          </dd>
          <dd class="answers__change">
            <button
              type="button"
              class="button"
              data-kind="small"
              aria-label={t('ui.answers.change_named', { name: t(`fact.${fact}.short`) })}
              onClick={() => nav.go({ name: 'ask', fact })}
            >
              <T id="ui.answers.change" />
            </button>
          </dd>
        </div>
      ))}
    </dl>
  );
}
