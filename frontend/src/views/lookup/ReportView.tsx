import { current } from '../../app/current';
import { days } from '../../consultation/day';
import { CopyText } from '../../parts/CopyText';
import { Icon } from '../../parts/Icon';
import { Qr } from '../../parts/Qr';
import { ScreenHeading } from '../../parts/ScreenHeading';
import { T } from '../../parts/T';
import { TopBar } from '../../parts/TopBar';
import { t } from '../../text/text';
import { reportText } from './report';

const REASONS = ['no_answer', 'not_in_use', 'elsewhere'] as const;

/** A sixth of an A4 sheet for the person in charge. The reason is ticked by hand. */
function Slip({ text }: { text: string }) {
  return (
    <div class="sheet slip">
      <h1 class="slip__title">
        <T id="ui.report.slip_title" />
      </h1>
      <div class="slip__code">
        <Qr text={text} label={t('ui.report.qr')} />
        <pre class="slip__text">{text}</pre>
      </div>
      <ul class="slip__reasons">
        {REASONS.map((reason) => (
          <li key={reason}>
            <span class="sheet__box" />
            <T id={`ui.report.reason_${reason}`} />
          </li>
        ))}
      </ul>
      <p>
        <T id="ui.report.slip_note" />
      </p>
    </div>
  );
}

/** For the person who keeps the directory: which record does not work. Nothing of the client, nothing sent, nothing kept. */
export function ReportView({ id }: { id: string }) {
  const release = current.value;
  if (!release) return null;
  const text = reportText(id, release.id, days.today.value);
  return (
    <div class="page">
      <TopBar />
      <ScreenHeading of={`report-${id}`}>
        <T id="ui.report.title" />
      </ScreenHeading>
      <p>
        <T id="ui.report.lead" />
      </p>
      <div class="report">
        <Qr text={text} label={t('ui.report.qr')} />
        <div class="report__text">
          <pre class="record">{text}</pre>
          <CopyText text={text} />
        </div>
      </div>
      <div class="actions">
        <button type="button" class="button" data-kind="primary" onClick={() => window.print()}>
          <Icon name="print" />
          <T id="ui.report.print" />
        </button>
      </div>
      <Slip text={text} />
    </div>
  );
}
