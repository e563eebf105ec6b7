import { consultation } from '../../consultation/consultation';
import { Prose } from '../../parts/Prose';
import { Ruby } from '../../parts/Ruby';
import { ScreenHeading } from '../../parts/ScreenHeading';
import { T } from '../../parts/T';
import { has, maybe, t } from '../../text/text';
import { CertificateSample } from '../page/CertificateSample';
import { FlagTable } from '../page/FlagTable';
import { pageTitle } from '../page/PageView';
import { sectionsOn } from '../page/Sections';
import { Timeline } from '../page/Timeline';
import { Pointing } from './Pointing';

/** A page of explanation in large type: where there are words for her, those; else the explanation itself. */
export function FacingPage({ id }: { id: string }) {
  const page = consultation.guide.value?.explain.find((p) => p.id === id);
  return (
    <>
      <ScreenHeading of={`facing-${id}`}>
        <Ruby text={pageTitle(id)} />
      </ScreenHeading>
      {has(`explain.${id}.lead`) && <Prose text={t(`explain.${id}.lead`)} />}
      {page?.rows && <FlagTable rows={page.rows} sources={false} />}
      {id === 'certificate' && <CertificateSample />}
      {id === 'timeline' && <Timeline />}
      {page &&
        sectionsOn(page, consultation.day.value).map((section) => {
          const base = `explain.${id}.${section.id}`;
          const text = maybe(`${base}.say`) ?? maybe(`${base}.body`);
          return (
            <section key={section.id} class="section">
              <h2>
                <T id={`${base}.title`} />
              </h2>
              {text && <Prose text={text} />}
            </section>
          );
        })}
      <Pointing />
    </>
  );
}
