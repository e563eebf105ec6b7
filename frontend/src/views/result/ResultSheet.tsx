import { current } from '../../app/current';
import { consultation } from '../../consultation/consultation';
import { answerText } from '../../parts/AnswersList';
import { bands, type Held } from '../../parts/bands';
import { Prose } from '../../parts/Prose';
import { Sheet } from '../../parts/Sheet';
import { Sign } from '../../parts/Sign';
import { T } from '../../parts/T';
import { stepText, t } from '../../text/text';
import { sheetDetail } from './sheetDetail';

const FIELDS = ['do', 'phone', 'bring', 'watch'] as const;

/** The desks of a step in one line: name, and number where there is one. */
function deskLine({ step }: Held): string {
  const { guide, directory } = current.value ?? {};
  return (step.desks ?? [])
    .map((id) => {
      const desk = guide?.desks.find((d) => d.id === id);
      const line = directory?.helplines.find((h) => h.id === desk?.helpline);
      const name = t(`desk.${id}.name`);
      return line ? t('ui.sheet.desk', { name, number: line.number }) : name;
    })
    .join(t('ui.answers.joiner'));
}

/** The places in the sources, in one line. */
function sourceLine({ period }: Held): string {
  const sources = current.value?.guide.sources ?? [];
  return period.cites
    .map(({ source, place }) => {
      const title = sources.find(({ id }) => id === source)?.title ?? source;
      return place ? t('ui.sheet.source', { title, place }) : title;
    })
    .join(t('ui.answers.joiner'));
}

/** The answers that made a step certain, in one line. */
function becauseLine({ because }: Held): string {
  if (because.length === 0) return t('ui.sheet.always');
  return because
    .map((fact) => t('ui.step.because_answer', { name: t(`fact.${fact}.short`), answer: answerText(fact) }))
    .join(t('ui.answers.joiner'));
}

function Line({ label, text }: { label: string; text: string }) {
  return (
    text && (
      <div class="sheet__part" data-part={label}>
        <p class="sheet__label">
          <T id={`ui.sheet.${label}`} />
        </p>
        <Prose text={text} />
      </div>
    )
  );
}

function SheetStep({ held }: { held: Held }) {
  const { id, period } = held;
  return (
    <div class="sheet__step" data-done={consultation.done.value.has(id)}>
      <h3 class="sheet__steptitle">
        <span class="sheet__box" />
        {stepText(id, period.variant, 'title')}
      </h3>
      {sheetDetail.value &&
        FIELDS.map((field) => <Line key={field} label={field} text={stepText(id, period.variant, field) ?? ''} />)}
      <Line label="desks" text={deskLine(held)} />
      <Line label="because" text={becauseLine(held)} />
      <Line label="sources" text={sourceLine(held)} />
    </div>
  );
}

/** The result on paper, for the counselor's own file: no name, no identifier. */
export function ResultSheet() {
  return (
    <Sheet title={t('ui.sheet.result_title')}>
      <dl class="sheet__answers">
        {consultation.answered.value.map((fact) => (
          <div key={fact}>
            <dt>{t(`fact.${fact}.short`)}</dt>
            <dd>{answerText(fact)}</dd>
          </div>
        ))}
      </dl>
      {bands().map(({ urgency, steps }) => (
        <section key={urgency} class="sheet__band">
          <h2 class="sheet__bandtitle">
            <Sign of={urgency} />
            {t(`ui.urgency.${urgency}`)}
          </h2>
          {steps.map((held) => (
            <SheetStep key={held.id} held={held} />
          ))}
        </section>
      ))}
    </Sheet>
  );
}
