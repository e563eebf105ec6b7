import { current } from '../../app/current';
import { isPractice } from '../../app/practice';
import { consultation } from '../../consultation/consultation';
import { answerText } from '../../parts/AnswersList';
import { bands } from '../../parts/bands';
import { eraDate, longDate } from '../../text/date';
import { stepText, t } from '../../text/text';

/** The text for the counselor's own record: the day, the answers, the steps and what was done. Nothing identifies anyone. */
export function recordText(): string {
  const release = current.value;
  const done = consultation.done.value;
  const lines = [
    ...(isPractice.value ? [t('ui.banner.as_of', { day: longDate(consultation.day.value) })] : []),
    t('ui.record.head', { day: eraDate(consultation.day.value) }),
    t('ui.record.version', {
      version: release?.id.slice(0, 7) ?? '',
      day: longDate(release?.guide.reviewed_on ?? consultation.day.value),
    }),
    '',
    t('ui.record.answers'),
    ...consultation.answered.value.map((fact) =>
      t('ui.record.answer', { name: t(`fact.${fact}.short`), answer: answerText(fact) }),
    ),
  ];
  for (const { urgency, steps } of bands()) {
    lines.push('', t('ui.record.band', { name: t(`ui.urgency.${urgency}`) }));
    for (const { id, period } of steps) {
      const title = stepText(id, period.variant, 'title') ?? id;
      lines.push(t(done.has(id) ? 'ui.record.done' : 'ui.record.open', { title }));
    }
  }
  return lines.join('\n');
}
