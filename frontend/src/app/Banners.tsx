import type { ComponentChildren } from 'preact';
import { consultation } from '../consultation/consultation';
import { days } from '../consultation/day';
import { Icon, type IconName } from '../parts/Icon';
import { LanguageLacking } from '../parts/LanguagePicker';
import { T } from '../parts/T';
import { longDate } from '../text/date';
import { pending, readyOffline, updateFault } from './current';
import { isPractice } from './practice';
import { nav } from './screen';

function Banner({ kind, icon, children }: { kind: string; icon: IconName; children: ComponentChildren }) {
  return (
    <div class="banner" data-kind={kind}>
      <Icon name={icon} />
      <div class="banner__text">{children}</div>
    </div>
  );
}

function Update() {
  const take = pending.value;
  // Never in the middle of a consultation: nothing may change under her.
  if (!take || consultation.running.value) return null;
  return (
    <Banner kind="update" icon="info">
      <p>
        <T id="ui.banner.update" />
      </p>
      <button type="button" class="button" data-kind="small" onClick={take}>
        <T id="ui.banner.update_take" />
      </button>
    </Banner>
  );
}

/** What must be known about the day, the content and this device, on every screen. */
export function Banners() {
  const guide = consultation.guide.value;
  if (!guide) return null;
  return (
    <div class="banners" role="status">
      {isPractice.value && (
        <Banner kind="as_of" icon="calendar">
          <p>
            <T id="ui.banner.as_of" args={{ day: longDate(consultation.day.value) }} />
          </p>
        </Banner>
      )}
      {guide.review_by < days.today.value && (
        <Banner kind="review" icon="warn">
          <p>
            <T id="ui.banner.review" args={{ day: longDate(guide.review_by) }} />
          </p>
        </Banner>
      )}
      {days.clockWrong.value && (
        <Banner kind="clock" icon="warn">
          <p>
            <T id="ui.banner.clock" args={{ day: longDate(days.today.value) }} />
          </p>
        </Banner>
      )}
      {readyOffline.value === false && nav.screen.value.name === 'home' && (
        <Banner kind="offline" icon="warn">
          <p>
            <T id="ui.banner.not_ready" />
          </p>
        </Banner>
      )}
      {updateFault.value && nav.screen.value.name === 'home' && (
        <Banner kind="offline" icon="warn">
          <p>
            <T id={`ui.banner.${updateFault.value}`} />
          </p>
        </Banner>
      )}
      <LanguageLacking />
      <Update />
    </div>
  );
}
