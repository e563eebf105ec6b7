import { useEffect, useMemo, useState } from 'preact/hooks';
import { current } from '../../app/current';
import type { LeafletChoice } from '../../app/leaflet';
import { nav } from '../../app/screen';
import { consultation } from '../../consultation/consultation';
import type { Leaflet } from '../../engine/bundle.gen';
import { Icon } from '../../parts/Icon';
import { Prose } from '../../parts/Prose';
import { ScreenHeading } from '../../parts/ScreenHeading';
import { T } from '../../parts/T';
import { TopBar } from '../../parts/TopBar';
import { t } from '../../text/text';
import { jobOf } from './choice';
import { allFonts } from './fonts';
import { laid } from './hook';
import { loadWords } from './load';
import { Papers } from './Papers';

type State = 'loading' | 'ready' | 'missing';

/** Whether the words and the fonts of some languages are there. */
function useWords(languages: readonly string[]): State {
  const [state, setState] = useState<{ of: string; state: State }>({ of: '', state: 'loading' });
  const release = current.value;
  const of = `${release?.id} ${languages.join(' ')}`;
  useEffect(() => {
    let gone = false;
    Promise.all([loadWords(languages), allFonts()]).then(([there]) => {
      if (!gone) setState({ of, state: there ? 'ready' : 'missing' });
    });
    return () => {
      gone = true;
    };
  }, [of]);
  return state.of === of ? state.state : 'loading';
}

/** The papers as they will come out of the printer, and the button that prints them. */
export function PrintView({ leaflet, choice }: { leaflet: Leaflet; choice: LeafletChoice }) {
  const state = useWords(choice.languages);
  const day = consultation.day.value;
  const job = useMemo(() => (state === 'ready' ? jobOf(leaflet, choice) : null), [state, leaflet, choice, day]);
  return (
    <div class="page printing-page" data-width="wide">
      <TopBar />
      <ScreenHeading of="leaflet-print">
        <T id="ui.leaflet.preview" />
      </ScreenHeading>
      <Prose text={t(`ui.leaflet.print_${choice.format}`)} />
      <div class="actions">
        <button type="button" class="button" data-kind="primary" disabled={!job} onClick={() => window.print()}>
          <Icon name="print" />
          <T id="ui.page_tools.print" />
        </button>
        <button type="button" class="button" onClick={nav.goBack}>
          <T id="ui.leaflet.change" />
        </button>
      </div>
      {state === 'loading' && (
        <p role="status">
          <T id="ui.more.loading" />
        </p>
      )}
      {state === 'missing' && (
        <p role="alert">
          <T id="ui.leaflet.missing" />
        </p>
      )}
      {job && (
        <Papers
          key={JSON.stringify([choice, day, current.value?.id])}
          job={job}
          format={choice.format}
          large={choice.large}
          copies={choice.copies}
          onLaid={() => laid(choice)}
        />
      )}
    </div>
  );
}
