import { current } from '../../app/current';
import { consultation } from '../../consultation/consultation';
import { answerText } from '../../parts/AnswersList';
import { type Held, bands } from '../../parts/bands';
import { Prose } from '../../parts/Prose';
import { Sheet } from '../../parts/Sheet';
import { Sign } from '../../parts/Sign';
import { T } from '../../parts/T';
import { stepText, t } from '../../text/text';

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

function SheetStep({ held }: { held: Held }) {
  const { id, period } = held;
  const desks = deskLine(held);
  return (
    <div class="sheet__step" data-done={consultation.done.value.has(id)}>
      <h3 class="sheet__steptitle">
        <span class="sheet__box" />
        {stepText(id, period.variant, 'title')}
      </h3>
      {FIELDS.map((field) => {
        const text = stepText(id, period.variant, field);
        return (
          text && (
            <div key={field} class="sheet__part" data-part={field}>
              <p class="sheet__label">
                <T id={`ui.sheet.${field}`} />
              </p>
              <Prose text={text} />
            </div>
          )
        );
      })}
      {desks && (
        <div class="sheet__part">
          <p class="sheet__label">
            <T id="ui.sheet.desks" />
          </p>
          <p>{desks}</p>
        </div>
      )}
      <p class="sheet__source">
        <T id="ui.sheet.sources" args={{ text: sourceLine(held) }} />
      </p>
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
