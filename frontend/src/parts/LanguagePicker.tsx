import { chosen, lacking, languageOf, languages, speak, warm } from '../app/language';
import { t } from '../text/text';
import { her, sentence } from '../text/words';
import { Icon } from './Icon';
import { T } from './T';
import { Said } from './Words';

/** Chooses her language, by the names the languages have for themselves. */
export function LanguagePicker() {
  if (languages.value.length < 2) return null;
  return (
    <label class="language">
      <Icon name="globe" />
      <span class="language__label">{t('ui.language.label')}</span>
      <select
        class="language__select"
        lang={chosen.value}
        autoComplete="off"
        value={chosen.value}
        onFocus={() => void warm()}
        onChange={(e) => void speak(e.currentTarget.value)}
      >
        {languages.value.map(({ tag, name }) => (
          <option key={tag} value={tag} lang={tag}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Says that the words of the chosen language are not on this device. */
export function LanguageLacking() {
  const language = lacking.value === null ? undefined : languageOf(lacking.value);
  return language ? (
    <p class="language__lacking">
      <T id="ui.language.lacking" args={{ name: language.name }} />
    </p>
  ) : null;
}

/** Says of what is shown in her language that nobody has signed it yet. */
export function Reference() {
  if (!languageOf(her.value)?.reference) return null;
  const note = sentence(her.value, 'ui.facing.reference');
  return (
    <p class="reference">
      <span class="tag">
        <T id="ui.language.reference" />
      </span>{' '}
      {note && <Said of={note} />}
    </p>
  );
}
