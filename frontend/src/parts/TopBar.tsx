import { resume } from '../app/flow';
import { nav } from '../app/screen';
import { consultation } from '../consultation/consultation';
import { Icon } from './Icon';
import { T } from './T';

/** The way back, and the way back to a running consultation. */
export function TopBar() {
  return (
    <div class="progress">
      <button type="button" class="button" data-kind="quiet" onClick={nav.goBack}>
        <Icon name="back" />
        <T id="ui.nav.back" />
      </button>
      {consultation.running.value && (
        <button type="button" class="button" data-kind="quiet" onClick={resume}>
          <T id="ui.home.resume" />
          <Icon name="forward" />
        </button>
      )}
    </div>
  );
}
