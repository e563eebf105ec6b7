import type { ComponentChildren } from 'preact';
import type { Fact } from '../engine/bundle.gen';
import { choose } from '../engine/choose';
import { has, t } from '../text/text';
import { Both } from './Both';

/** The ID of the first choice, where an error message leads. */
export const firstChoice = (fact: string) => `choice-${fact}-0`;

/** The words of an option of a question. */
export function optionText(fact: string, option: string): string {
  return t(optionMessage(fact, option));
}

/** The message of an option of a question. */
export function optionMessage(fact: string, option: string): string {
  return option === 'dont_know' ? 'option.dont_know' : `fact.${fact}.opt.${option}`;
}

interface Props {
  fact: Fact;
  chosen: readonly string[];
  onChoose: (options: string[]) => void;
  legend: ComponentChildren;
  /** Hints are left out where the client points: fewer words, larger. */
  hints?: boolean;
  describedBy?: string;
}

/** The options of a question as native radio buttons or check boxes. A tap only selects. */
export function ChoiceList({ fact, chosen, onChoose, legend, hints = true, describedBy }: Props) {
  return (
    <fieldset class="choices" aria-describedby={describedBy}>
      <legend class="choices__legend">{legend}</legend>
      {fact.options.map((option, i) => {
        const message = `fact.${fact.id}.hint.${option}`;
        const hint = hints && has(message);
        const id = `choice-${fact.id}-${i}`;
        return (
          <div key={option} class="choice">
            <input
              id={id}
              class="choice__input"
              type={fact.many ? 'checkbox' : 'radio'}
              name={fact.id}
              value={option}
              autoComplete="off"
              checked={chosen.includes(option)}
              aria-describedby={hint ? `${id}-hint` : undefined}
              onChange={() => onChoose(choose(fact, chosen, option))}
            />
            <label class="choice__label" for={id}>
              <Both id={optionMessage(fact.id, option)} />
            </label>
            {hint && (
              <p id={`${id}-hint`} class="choice__hint">
                <Both id={message} />
              </p>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
