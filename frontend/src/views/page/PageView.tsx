import { nav } from '../../app/screen';
import { consultation } from '../../consultation/consultation';
import type { Page } from '../../engine/bundle.gen';
import { Both, BothProse } from '../../parts/Both';
import { Icon } from '../../parts/Icon';
import { Reference } from '../../parts/LanguagePicker';
import { PaperFoot } from '../../parts/PaperFoot';
import { ScreenHeading } from '../../parts/ScreenHeading';
import { T } from '../../parts/T';
import { TopBar } from '../../parts/TopBar';
import { has } from '../../text/text';
import { CertificateSample } from './CertificateSample';
import { FlagTable } from './FlagTable';
import { Sections } from './Sections';
import { Timeline } from './Timeline';

/** The message of a page's title: the content's own, or that of the picture alone. */
export function pageTitle(id: string): string {
  return has(`explain.${id}.title`) ? `explain.${id}.title` : `ui.page.${id}`;
}

/** What stands under the lead of a page: its table, its drawn sample, its bar of time, its sections. */
export function PageBody({ id, page }: { id: string; page: Page | undefined }) {
  return (
    <>
      {page?.rows && <FlagTable rows={page.rows} />}
      {id === 'certificate' && <CertificateSample />}
      {id === 'timeline' && <Timeline />}
      {page && <Sections page={page} />}
    </>
  );
}

/** A page of explanation, for the counselor to read and to turn to the client. */
export function PageView({ id }: { id: string }) {
  const page = consultation.guide.value?.explain.find((p) => p.id === id);
  return (
    <div class="page">
      <TopBar />
      <ScreenHeading of={`page-${id}`}>
        <Both id={pageTitle(id)} />
      </ScreenHeading>
      <Reference />
      <PaperFoot />
      <BothProse id={`explain.${id}.lead`} />
      <div class="actions">
        <button type="button" class="button" onClick={() => nav.go({ name: 'facing', subject: { kind: 'page', id } })}>
          <Icon name="turn" />
          <T id="ui.facing.open" />
        </button>
        <button type="button" class="button" onClick={() => window.print()}>
          <Icon name="print" />
          <T id="ui.page_tools.print" />
        </button>
      </div>
      <PageBody id={id} page={page} />
    </div>
  );
}
