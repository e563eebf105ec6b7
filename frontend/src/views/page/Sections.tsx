import { consultation } from '../../consultation/consultation';
import type { Page, Section } from '../../engine/bundle.gen';
import { Both, BothProse } from '../../parts/Both';
import { Cites } from '../../parts/Cites';
import { Fold } from '../../parts/Fold';
import { Icon } from '../../parts/Icon';
import { ReadAloud } from '../../parts/ReadAloud';
import { T } from '../../parts/T';
import { has } from '../../text/text';

/** The sections of a page that hold on a day. */
export function sectionsOn(page: Page, day: string): Section[] {
  return page.sections.filter(({ from, until }) => (!from || from <= day) && (!until || day <= until));
}

/** The sections of a page: the explanation, words to say to her, and where it comes from. */
export function Sections({ page }: { page: Page }) {
  return (
    <>
      {sectionsOn(page, consultation.day.value).map((section) => {
        const base = `explain.${page.id}.${section.id}`;
        return (
          <section key={section.id} class="section">
            <h2>
              <Both id={`${base}.title`} />
            </h2>
            <BothProse id={`${base}.body`} />
            {has(`${base}.say`) && (
              <div class="part" data-part="say">
                <p class="part__title">
                  <Icon name="speak" />
                  <T id="ui.step.say" />
                </p>
                <BothProse id={`${base}.say`} size="large" />
                <ReadAloud ids={[`${base}.say`]} />
              </div>
            )}
            <Fold summary={<T id="ui.step.sources" />}>
              <Cites cites={section.cites} />
            </Fold>
          </section>
        );
      })}
    </>
  );
}
