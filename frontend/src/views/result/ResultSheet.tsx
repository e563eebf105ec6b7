import { current } from '../../app/current';
import { consultation } from '../../consultation/consultation';
import { routesFor } from '../../engine/evaluate';
import { answerText } from '../../parts/AnswersList';
import { Both, BothProse } from '../../parts/Both';
import { bands, type Held } from '../../parts/bands';
import { windowOf } from '../../parts/local';
import { Prose } from '../../parts/Prose';
import { Sheet } from '../../parts/Sheet';
import { SheetSources } from '../../parts/SheetSources';
import { Sign } from '../../parts/Sign';
import { numberSources, type SourceNumbers } from '../../parts/sourceNumbers';
import { T } from '../../parts/T';
import { stepMessage, t } from '../../text/text';
import { SheetLocal } from './SheetLocal';
import { sheetDetail } from './sheetDetail';

const FIELDS = ['do', 'phone', 'bring', 'watch'] as const;

/** The insurer with its kind, where the answers leave only one. */
function insurerName(name: string): string {
  const guide = current.value?.guide;
  const routes = guide ? routesFor(guide, consultation.answers.value, consultation.day.value) : [];
  return routes.length === 1 ? t('ui.sheet.source', { title: name, place: t(`route.${routes[0]}.name`) }) : name;
}

/** The desks of a step in one line: name, and number where there is one. */
function deskLine({ step }: Held): string {
  const { guide, helplines, region } = current.value ?? {};
  return (step.desks ?? [])
    .map((id) => {
      const desk = guide?.desks.find((d) => d.id === id);
      const line = helplines?.find((h) => h.id === desk?.helpline);
      const local = windowOf(id)?.window;
      if (local) {
        const window = t('ui.sheet.desk', { name: local.name, number: local.phone ?? '' }).trim();
        return t('ui.region.sheet_desk', { name: t(`desk.${id}.name`), region: region?.name ?? '', window });
      }
      const name = desk?.by_route ? insurerName(t(`desk.${id}.name`)) : t(`desk.${id}.name`);
      return line ? t('ui.sheet.desk', { name, number: line.number }) : name;
    })
    .join(t('ui.answers.joiner'));
}

/** Named under nearly every step, and at the head of the paper anyway. */
const GIVEN = new Set(['danger', 'topic']);

/** The answers that made a step certain, in one line. */
function becauseLine({ because }: Held): string {
  const telling = because.filter((fact) => !GIVEN.has(fact));
  if (because.length === 0) return t('ui.sheet.always');
  return (telling.length > 0 ? telling : because)
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

/** A field of a step. The words for the phone are the counselor's. */
function Field({ name, id }: { name: (typeof FIELDS)[number]; id: string | null }) {
  if (id === null) return null;
  if (name === 'phone') return <Line label={name} text={t(id)} />;
  return (
    <div class="sheet__part" data-part={name}>
      <p class="sheet__label">
        <T id={`ui.sheet.${name}`} />
      </p>
      <BothProse id={id} />
    </div>
  );
}

function SheetStep({ held, numbers }: { held: Held; numbers: SourceNumbers }) {
  const { id, period } = held;
  return (
    <div class="sheet__step" data-done={consultation.done.value.has(id)}>
      <h3 class="sheet__steptitle">
        <span class="sheet__box" />
        <Both id={stepMessage(id, period.variant, 'title') ?? id} />
      </h3>
      {sheetDetail.value &&
        FIELDS.map((field) => <Field key={field} name={field} id={stepMessage(id, period.variant, field)} />)}
      {sheetDetail.value && <SheetLocal step={id} />}
      <Line label="desks" text={deskLine(held)} />
      <Line label="because" text={becauseLine(held)} />
      <Line label="sources" text={numbers.line(period.cites)} />
    </div>
  );
}

/** The result on paper, for the counselor's own file: no name, no identifier. */
export function ResultSheet() {
  const numbers = numberSources(current.value?.guide.sources ?? []);
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
            <Both id={`ui.urgency.${urgency}`} />
          </h2>
          {steps.map((held) => (
            <SheetStep key={held.id} held={held} numbers={numbers} />
          ))}
        </section>
      ))}
      <SheetSources numbers={numbers} />
    </Sheet>
  );
}
