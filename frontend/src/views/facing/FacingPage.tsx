import { consultation } from '../../consultation/consultation';
import { Both, BothProse } from '../../parts/Both';
import { ScreenHeading } from '../../parts/ScreenHeading';
import { CertificateSample } from '../page/CertificateSample';
import { FlagTable } from '../page/FlagTable';
import { pageTitle } from '../page/PageView';
import { sectionsOn } from '../page/Sections';
import { Timeline } from '../page/Timeline';
import { sayOf } from './messages';
import { Pointing } from './Pointing';

/** A page of explanation in large type: where there are words for her, those; else the explanation itself. */
export function FacingPage({ id }: { id: string }) {
  const page = consultation.guide.value?.explain.find((p) => p.id === id);
  return (
    <>
      <ScreenHeading of={`facing-${id}`}>
        <Both id={pageTitle(id)} />
      </ScreenHeading>
      <BothProse id={`explain.${id}.lead`} />
      {page?.rows && <FlagTable rows={page.rows} sources={false} />}
      {id === 'certificate' && <CertificateSample />}
      {id === 'timeline' && <Timeline />}
      {page &&
        sectionsOn(page, consultation.day.value).map((section) => {
          const base = `explain.${id}.${section.id}`;
          return (
            <section key={section.id} class="section">
              <h2>
                <Both id={`${base}.title`} />
              </h2>
              <BothProse id={sayOf(base)} />
            </section>
          );
        })}
      <Pointing />
    </>
  );
}
