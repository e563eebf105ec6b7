import { consultation } from '../../consultation/consultation';
import { Cites } from '../../parts/Cites';
import { Fold } from '../../parts/Fold';
import { Icon } from '../../parts/Icon';
import { Prose } from '../../parts/Prose';
import { ScreenHeading } from '../../parts/ScreenHeading';
import { Sheet } from '../../parts/Sheet';
import { SheetSources } from '../../parts/SheetSources';
import { numberSources } from '../../parts/sourceNumbers';
import { T } from '../../parts/T';
import { TopBar } from '../../parts/TopBar';
import { maybe, t } from '../../text/text';

/** A checklist to tick on the screen or to print. Ticks are kept in memory and go with the consultation. */
export function ChecklistView({ id }: { id: string }) {
  const list = consultation.guide.value?.checklists.find((c) => c.id === id);
  const lead = maybe(`checklist.${id}.lead`);
  const numbers = numberSources(consultation.guide.value?.sources ?? []);
  if (!list) return null;
  return (
    <div class="page">
      <TopBar />
      <ScreenHeading of={`checklist-${id}`}>
        <T id={`checklist.${id}.title`} />
      </ScreenHeading>
      {lead && <Prose text={lead} />}
      <ul class="checks">
        {list.items.map((item) => {
          const key = `checklist.${id}.${item.id}`;
          return (
            <li key={item.id} class="check">
              <input
                id={key}
                type="checkbox"
                class="step__box"
                autoComplete="off"
                checked={consultation.done.value.has(key)}
                onChange={() => consultation.tick(key)}
              />
              <label for={key} class="check__label">
                <T id={`checklist.${id}.item.${item.id}`} />
              </label>
            </li>
          );
        })}
      </ul>
      <Fold summary={<T id="ui.step.sources" />}>
        {list.items.map((item) => (
          <div key={item.id}>
            <p class="cites__for">
              <T id={`checklist.${id}.item.${item.id}`} />
            </p>
            <Cites cites={item.cites} />
          </div>
        ))}
      </Fold>
      <div class="actions" data-place="end">
        <button type="button" class="button" data-kind="primary" onClick={() => window.print()}>
          <Icon name="print" />
          <T id="ui.checklist.print" />
        </button>
      </div>
      <Sheet title={t(`checklist.${id}.title`)}>
        {lead && <Prose text={lead} />}
        <ul class="sheet__checks">
          {list.items.map((item) => (
            <li key={item.id} class="sheet__check">
              <span class="sheet__box" />
              <div>
                <Prose text={t(`checklist.${id}.item.${item.id}`)} />
                <p class="sheet__ref">{t('ui.sheet.ref', { text: numbers.line(item.cites) })}</p>
              </div>
            </li>
          ))}
        </ul>
        <SheetSources numbers={numbers} />
      </Sheet>
    </div>
  );
}
