import type { Cite } from '../engine/bundle.gen';
import { t } from '../text/text';
import { answerText } from './AnswersList';
import { Cites } from './Cites';
import { Ruby } from './Ruby';
import { T } from './T';

/** Why a step holds: the answers that made it certain, and the places in the sources. */
export function Because({ because, cites }: { because: readonly string[]; cites: readonly Cite[] }) {
  return (
    <div class="because">
      {because.length === 0 ? (
        <p>
          <T id="ui.step.always" />
        </p>
      ) : (
        <>
          <p class="because__title">
            <T id="ui.step.because" />
          </p>
          <ul class="because__answers">
            {because.map((fact) => (
              <li key={fact}>
                <Ruby text={t('ui.step.because_answer', { name: t(`fact.${fact}.short`), answer: answerText(fact) })} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="because__title">
        <T id="ui.step.sources" />
      </p>
      <Cites cites={cites} />
    </div>
  );
}
