import { useId } from 'preact/hooks';
import { languageOf } from '../../app/language';
import { EXTRAS, type Extra, type LeafletChoice, leafletChoice } from '../../app/leaflet';
import { nav } from '../../app/screen';
import type { Leaflet } from '../../engine/bundle.gen';
import { ScreenHeading } from '../../parts/ScreenHeading';
import { T } from '../../parts/T';
import { TopBar } from '../../parts/TopBar';
import { t } from '../../text/text';
import { canBeLarge, hasBoxes, MOST_COPIES, MOST_LANGUAGES, withLanguage } from './choice';
import { known } from './known';
import { RegionTick } from './RegionTick';
import { Tick } from './Tick';

interface Part {
  leaflet: Leaflet;
  choice: LeafletChoice;
}

function change(next: Partial<LeafletChoice>): void {
  if (!leafletChoice.value) return;
  const changed = { ...leafletChoice.value, ...next };
  leafletChoice.value = { ...changed, large: changed.large && canBeLarge(changed) };
}

function Languages({ leaflet, choice }: Part) {
  const full = choice.languages.length >= MOST_LANGUAGES;
  return (
    <fieldset class="choices leafletset">
      <legend class="leafletset__legend">
        <T id="ui.leaflet.languages" />
      </legend>
      <p class="leafletset__note">
        <T id="ui.leaflet.languages_note" />
      </p>
      <div class="leafletset__grid">
        {leaflet.languages.map((tag) => {
          const language = languageOf(tag);
          const checked = choice.languages.includes(tag);
          const only = checked && choice.languages.length === 1;
          return (
            <Tick
              key={tag}
              id={`leaflet-lang-${tag}`}
              type="checkbox"
              name="leaflet-language"
              checked={checked}
              disabled={only || (full && !checked)}
              onChange={(on) => change(withLanguage(choice, tag, on))}
              hint={language?.reference && <T id="ui.leaflet.reference" />}
            >
              <span lang={tag}>{language?.name ?? tag}</span>
            </Tick>
          );
        })}
      </div>
    </fieldset>
  );
}

function Formats({ leaflet, choice }: Part) {
  return (
    <fieldset class="choices leafletset">
      <legend class="leafletset__legend">
        <T id="ui.leaflet.format" />
      </legend>
      {leaflet.formats.map((format) => (
        <Tick
          key={format}
          id={`leaflet-format-${format}`}
          type="radio"
          name="leaflet-format"
          checked={choice.format === format}
          onChange={() => change({ format })}
          hint={<T id={`ui.leaflet.format_${format}_note`} />}
        >
          <T id={`ui.leaflet.format_${format}`} />
        </Tick>
      ))}
      {canBeLarge(choice) && (
        <Tick
          id="leaflet-large"
          type="checkbox"
          name="leaflet-large"
          checked={choice.large}
          onChange={(large) => change({ large })}
        >
          <T id="ui.leaflet.large" />
        </Tick>
      )}
    </fieldset>
  );
}

function Copies({ choice }: Pick<Part, 'choice'>) {
  const id = useId();
  return (
    <div class="leafletset">
      <label class="leafletset__legend" for={id}>
        <T id="ui.leaflet.copies" args={{ most: MOST_COPIES }} />
      </label>
      <input
        id={id}
        class="leafletset__copies"
        type="number"
        inputMode="numeric"
        autoComplete="off"
        min={1}
        max={MOST_COPIES}
        value={choice.copies}
        onChange={(e) => {
          const wanted = Math.round(e.currentTarget.valueAsNumber);
          const copies = Math.min(MOST_COPIES, Math.max(1, Number.isFinite(wanted) ? wanted : 1));
          e.currentTarget.valueAsNumber = copies;
          change({ copies });
        }}
      />
    </div>
  );
}

function Extras({ choice }: Pick<Part, 'choice'>) {
  const values = known();
  const offered = EXTRAS.filter((extra) => values[extra] !== undefined);
  const toggle = (extra: Extra, on: boolean) =>
    change({ extras: EXTRAS.filter((one) => (one === extra ? on : choice.extras.includes(one))) });
  return (
    <fieldset class="choices leafletset">
      <legend class="leafletset__legend">
        <T id="ui.leaflet.extras" />
      </legend>
      <p class="leafletset__note">
        <T id={offered.length > 0 ? 'ui.leaflet.extras_note' : 'ui.leaflet.extras_none'} />
      </p>
      {offered.map((extra) => (
        <Tick
          key={extra}
          id={`leaflet-extra-${extra}`}
          type="checkbox"
          name="leaflet-extra"
          checked={choice.extras.includes(extra)}
          onChange={(on) => toggle(extra, on)}
        >
          <T id={`ui.leaflet.extra_${extra}`} args={{ value: values[extra] ?? '' }} />
        </Tick>
      ))}
    </fieldset>
  );
}

/** What a leaflet is to be like: its languages, its form, and what may stand on it. */
export function ChooseView({ leaflet, choice }: Part) {
  return (
    <div class="page">
      <TopBar />
      <ScreenHeading of={`leaflet-${leaflet.id}`}>{t(`leaflet.${leaflet.id}.title`)}</ScreenHeading>
      <Languages leaflet={leaflet} choice={choice} />
      <Formats leaflet={leaflet} choice={choice} />
      <Copies choice={choice} />
      {hasBoxes(leaflet) && <Extras choice={choice} />}
      <RegionTick leaflet={leaflet} choice={choice} />
      <div class="actions">
        <button
          type="button"
          class="button"
          data-kind="primary"
          onClick={() => nav.go({ name: 'leaflet', step: leaflet.audience === 'client' ? 'home' : 'print' })}
        >
          <T id="ui.leaflet.next" />
        </button>
      </div>
    </div>
  );
}
