import { CoverButton } from '../parts/CoverButton';
import { Icon } from '../parts/Icon';
import { LanguagePicker } from '../parts/LanguagePicker';
import { T } from '../parts/T';
import { settingsOpen } from './SettingsDialog';
import { nav } from './screen';
import { furigana } from './settings';

/** The bar on every screen: home, how to read, hide. */
export function Header() {
  return (
    <header class="header">
      <button type="button" class="skip" onClick={skip}>
        <T id="ui.nav.skip" />
      </button>
      <button type="button" class="header__home" onClick={goHome}>
        <svg class="header__mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
          <path d="M12 2v3M12 10v2M12 17v5M8 22h8M5 5h11l3 2.5L16 10H5zM19 12H8l-3 2.5L8 17h11z" />
        </svg>
        <span class="header__title">
          <T id="ui.app.title" />
        </span>
      </button>
      <LanguagePicker />
      <div class="header__tools">
        <button
          type="button"
          class="button header__furigana"
          data-kind="tool"
          aria-pressed={furigana.value}
          onClick={() => {
            furigana.value = !furigana.value;
          }}
        >
          <T id="ui.settings.furigana" />
        </button>
        <button
          type="button"
          class="button"
          data-kind="tool"
          aria-haspopup="dialog"
          onClick={() => {
            settingsOpen.value = true;
          }}
        >
          <Icon name="text" />
          <T id="ui.settings.open" />
        </button>
        <CoverButton />
      </div>
    </header>
  );
}

function goHome() {
  if (nav.screen.value.name !== 'home') nav.go({ name: 'home' });
}

/** A button, not a link: the URL never changes. */
function skip() {
  document.querySelector<HTMLElement>('#main h1')?.focus();
}
