import { current } from '../../app/current';
import { type LeafletChoice, leafletChoice } from '../../app/leaflet';
import { nav } from '../../app/screen';
import type { Leaflet } from '../../engine/bundle.gen';
import { HelplineCard } from '../../parts/HelplineCard';
import { Icon } from '../../parts/Icon';
import { Prose } from '../../parts/Prose';
import { ScreenHeading } from '../../parts/ScreenHeading';
import { T } from '../../parts/T';
import { TopBar } from '../../parts/TopBar';
import { t } from '../../text/text';
import { freshChoice } from './choice';

interface Props {
  choice: LeafletChoice;
  leaflets: readonly Leaflet[];
}

/** Asked before any paper for her is shown: whether it is safe to have it. */
export function TakeHomeView({ choice, leaflets }: Props) {
  const neutral = leaflets.find((one) => one.neutral);
  const answers = [
    { id: 'safe', go: () => nav.go({ name: 'leaflet', step: 'print' }) },
    {
      id: 'worried',
      go: () => {
        if (neutral) leafletChoice.value = { ...freshChoice(neutral, choice.languages), copies: 1 };
        nav.go({ name: 'leaflet', step: 'print' });
      },
    },
    { id: 'none', go: () => nav.go({ name: 'leaflet', step: 'none' }) },
  ].filter(({ id }) => id !== 'worried' || neutral);
  return (
    <div class="page">
      <TopBar />
      <ScreenHeading of="take-home">
        <T id="ui.leaflet.home_title" />
      </ScreenHeading>
      <Prose text={t('ui.leaflet.home_why')} />
      <ul class="takehome">
        {answers.map(({ id, go }) => (
          <li key={id}>
            <button type="button" class="takehome__answer" onClick={go}>
              <span class="takehome__word">
                <T id={`ui.leaflet.home_${id}`} />
              </span>
              <span>
                <T id={`ui.leaflet.home_${id}_note`} />
              </span>
              <Icon name="forward" />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Numbers short enough to be learnt by heart, with nothing written down. */
const SHORT = /^[#0-9]{5}$/;

/** No paper: what to say instead. */
export function NoPaperView({ leaflets }: Pick<Props, 'leaflets'>) {
  const neutral = leaflets.find((one) => one.neutral)?.blocks.flatMap(({ helplines }) => helplines ?? []) ?? [];
  const lines = current.value?.helplines.filter(({ id, number }) => neutral.includes(id) && SHORT.test(number)) ?? [];
  return (
    <div class="page">
      <TopBar />
      <ScreenHeading of="no-paper">
        <T id="ui.leaflet.none_title" />
      </ScreenHeading>
      <div class="part" data-part="say">
        <Prose text={t('ui.leaflet.none_say')} size="large" />
      </div>
      <Prose text={t('ui.leaflet.none_do')} />
      {lines.length > 0 && (
        <h2>
          <T id="ui.leaflet.none_number" />
        </h2>
      )}
      {lines.map((line) => (
        <HelplineCard key={line.id} line={line} />
      ))}
    </div>
  );
}
