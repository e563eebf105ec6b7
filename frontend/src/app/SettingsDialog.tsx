import { signal } from '@preact/signals';
import { Dialog } from '../parts/Dialog';
import { T } from '../parts/T';
import { chrome } from '../text/words';
import { covered } from './cover';
import { chromes, speakChrome } from './language';
import { furigana, SIZES, size } from './settings';

/** Whether the reading settings are open. */
export const settingsOpen = signal(false);

const close = () => {
  settingsOpen.value = false;
};

/** Text size, furigana and the counselor's own language. Kept in memory only: the next person starts plain. */
export function SettingsDialog() {
  if (!settingsOpen.value || covered.value) return null;
  return (
    <Dialog title={<T id="ui.settings.title" />} onClose={close}>
      <form class="settings" autoComplete="off" onSubmit={(e) => e.preventDefault()}>
        <fieldset class="settings__sizes">
          <legend class="field__label">
            <T id="ui.settings.size" />
          </legend>
          {SIZES.map((value) => (
            <div key={value} class="choice" data-compact>
              <input
                id={`size-${value}`}
                class="choice__input"
                type="radio"
                name="size"
                autoComplete="off"
                checked={size.value === value}
                onChange={() => {
                  size.value = value;
                }}
              />
              <label for={`size-${value}`} class="choice__label">
                <T id="ui.settings.percent" args={{ value }} />
              </label>
            </div>
          ))}
        </fieldset>
        <div class="choice" data-compact>
          <input
            id="furigana"
            class="choice__input"
            type="checkbox"
            autoComplete="off"
            checked={furigana.value}
            onChange={() => {
              furigana.value = !furigana.value;
            }}
          />
          <label for="furigana" class="choice__label">
            <T id="ui.settings.furigana_on" />
          </label>
        </div>
        {chromes.value.length > 1 && (
          <fieldset class="settings__sizes">
            <legend class="field__label">
              <T id="ui.language.chrome" />
            </legend>
            {chromes.value.map(({ tag, name }) => (
              <div key={tag} class="choice" data-compact>
                <input
                  id={`chrome-${tag}`}
                  class="choice__input"
                  type="radio"
                  name="chrome"
                  autoComplete="off"
                  checked={chrome.value === tag}
                  onChange={() => void speakChrome(tag)}
                />
                <label for={`chrome-${tag}`} class="choice__label" lang={tag}>
                  {name}
                </label>
              </div>
            ))}
          </fieldset>
        )}
        <p class="settings__note">
          <T id="ui.settings.note" />
        </p>
      </form>
      <div class="actions">
        <button type="button" class="button" data-kind="primary" onClick={close}>
          <T id="ui.dialog.close" />
        </button>
      </div>
    </Dialog>
  );
}
