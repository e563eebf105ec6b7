import { useEffect, useState } from 'preact/hooks';
import { current } from '../../app/current';
import { leafletChoice } from '../../app/leaflet';
import { nav } from '../../app/screen';
import type { Audience, Leaflet } from '../../engine/bundle.gen';
import { Icon } from '../../parts/Icon';
import { ScreenHeading } from '../../parts/ScreenHeading';
import { T } from '../../parts/T';
import { TopBar } from '../../parts/TopBar';
import { maybe } from '../../text/text';
import { OfficialLeaflets } from '../region/OfficialLeaflets';
import { freshChoice } from './choice';
import { loadLeaflets, loadWords } from './load';
import { Thumb } from './Thumb';

const AUDIENCES: readonly Audience[] = ['client', 'staff', 'partner'];

function Entry({ leaflet }: { leaflet: Leaflet }) {
  const about = `ui.leaflet.for_${leaflet.id}`;
  return (
    <li class="card leafletcard">
      <Thumb leaflet={leaflet} />
      <div>
        <h3 class="card__title">
          <button
            type="button"
            class="card__link"
            onClick={() => {
              leafletChoice.value = freshChoice(leaflet);
              nav.go({ name: 'leaflet', step: 'choose' });
            }}
          >
            <T id={`leaflet.${leaflet.id}.title`} />
          </button>
        </h3>
        {maybe(about) && (
          <p>
            <T id={about} />
          </p>
        )}
        <p class="card__note">
          <T id="ui.leaflet.languages_count" args={{ count: leaflet.languages.length }} />
          <Icon name="forward" />
        </p>
      </div>
    </li>
  );
}

/** The leaflets of the release; null until they are read, empty where they are not on the device. */
export function useLeaflets(): readonly Leaflet[] | null {
  const [leaflets, setLeaflets] = useState<readonly Leaflet[] | null>(null);
  const release = current.value;
  useEffect(() => {
    let gone = false;
    Promise.all([loadLeaflets(), loadWords([])]).then(([bundle, words]) => {
      if (!gone) setLeaflets(bundle && words ? bundle.leaflets : []);
    });
    return () => {
      gone = true;
    };
  }, [release]);
  return leaflets;
}

/** Every leaflet, by whom it is for. */
export function LeafletsView() {
  const leaflets = useLeaflets();
  return (
    <div class="page">
      <TopBar />
      <ScreenHeading of="leaflets">
        <T id="ui.leaflet.title" />
      </ScreenHeading>
      {leaflets === null && (
        <p role="status">
          <T id="ui.more.loading" />
        </p>
      )}
      {leaflets?.length === 0 && (
        <p role="alert">
          <T id="ui.leaflet.missing" />
        </p>
      )}
      {AUDIENCES.map((audience) => {
        const those = leaflets?.filter((one) => one.audience === audience && one.languages.length > 0) ?? [];
        return (
          those.length > 0 && (
            <section key={audience} class="leafletgroup" aria-labelledby={`for-${audience}`}>
              <h2 id={`for-${audience}`}>
                <T id={`ui.leaflet.audience_${audience}`} />
              </h2>
              <ul class="cards">
                {those.map((leaflet) => (
                  <Entry key={leaflet.id} leaflet={leaflet} />
                ))}
              </ul>
            </section>
          )
        );
      })}
      <OfficialLeaflets />
    </div>
  );
}
