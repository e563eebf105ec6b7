import { consultation } from '../../consultation/consultation';
import type { Page, Section } from '../../engine/bundle.gen';
import { Cites } from '../../parts/Cites';
import { Fold } from '../../parts/Fold';
import { Icon } from '../../parts/Icon';
import { Prose } from '../../parts/Prose';
import { T } from '../../parts/T';
import { maybe } from '../../text/text';

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
        const [body, say] = [maybe(`${base}.body`), maybe(`${base}.say`)];
        return (
          <section key={section.id} class="section">
            <h2>
              <T id={`${base}.title`} />
            </h2>
            {body && <Prose text={body} />}
            {say && (
              <div class="part" data-part="say">
                <p class="part__title">
                  <Icon name="speak" />
                  <T id="ui.step.say" />
                </p>
                <Prose text={say} size="large" />
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
