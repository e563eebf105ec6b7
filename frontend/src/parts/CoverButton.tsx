import { cover } from '../app/cover';
import { Icon } from './Icon';
import { T } from './T';

/** Hides everything with one tap. Stands on every screen and in every dialog. */
export function CoverButton() {
  return (
    <button type="button" class="button" data-kind="cover" onClick={cover}>
      <Icon name="hide" />
      <T id="ui.cover.hide" />
    </button>
  );
}
