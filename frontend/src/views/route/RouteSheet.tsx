import { current } from '../../app/current';
import { consultation } from '../../consultation/consultation';
import type { Desk } from '../../engine/bundle.gen';
import { Sheet } from '../../parts/Sheet';
import { SheetSection } from '../../parts/SheetSection';
import { SheetSources } from '../../parts/SheetSources';
import { numberSources } from '../../parts/sourceNumbers';
import { maybe, t } from '../../text/text';
import { bringText, phoneText } from './routeText';

/** The parts of a route on paper. */
export function RouteSheetParts({ id }: { id: string }) {
  const { sources, routes } = consultation.guide.value ?? { sources: [], routes: [] };
  const numbers = numberSources(sources);
  const line = numbers.line(routes.find((route) => route.id === id)?.cites ?? []);
  return (
    <>
      <SheetSection title="ui.route.window" text={maybe(`route.${id}.window`)} />
      <SheetSection title="ui.route.mail" text={maybe(`route.${id}.mail`)} />
      <SheetSection title="ui.step.phone" text={phoneText(id)} />
      <SheetSection title="ui.contact.give_title" text={t('ui.contact.give')} />
      <SheetSection title="ui.contact.keep_title" text={t('ui.contact.keep')} />
      <SheetSection title="ui.step.bring" text={bringText(id)} />
      <p class="sheet__ref">{t('ui.sheet.ref', { text: line })}</p>
      <SheetSources numbers={numbers} />
    </>
  );
}

/** A route on paper, for the counselor's own file; the numbers of its desks only on demand. */
export function RouteSheet({ id, desks, numbers }: { id: string; desks: readonly Desk[]; numbers: boolean }) {
  const helplines = current.value?.helplines ?? [];
  const lines = desks.map((desk) => {
    const line = numbers && helplines.find((known) => known.id === desk.helpline);
    const name = t(`desk.${desk.id}.name`);
    return line ? t('ui.sheet.desk', { name, number: line.number }) : name;
  });
  return (
    <Sheet title={t(`route.${id}.name`)}>
      {lines.length > 0 && <SheetSection title="ui.step.desks" text={lines.join('\n')} />}
      <RouteSheetParts id={id} />
    </Sheet>
  );
}
