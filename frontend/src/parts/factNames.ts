import { t } from '../text/text';

/** The short names of some questions, joined for a sentence. */
export function factNames(facts: readonly string[]): string {
  return facts.map((fact) => t(`fact.${fact}.short`)).join(t('ui.answers.joiner'));
}
