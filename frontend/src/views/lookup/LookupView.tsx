import { useEffect } from 'preact/hooks';
import { typed } from '../../app/lookup';
import { nav } from '../../app/screen';
import { type Lookup, lookup } from '../../lookup/lookup';
import { decode } from '../../lookup/number';
import { Icon } from '../../parts/Icon';
import { ScreenHeading } from '../../parts/ScreenHeading';
import { T } from '../../parts/T';
import { TopBar } from '../../parts/TopBar';
import { t } from '../../text/text';
import { index } from './directory';
import { Examples, NoHits } from './Help';
import { HitList } from './HitList';
import { NumberPanel } from './NumberPanel';
import { RegionWindows } from './RegionWindows';
import { regionWindows } from './regionWindows';
import { SearchField } from './SearchField';
import { type Scope, scopeName, scopeWord } from './scope';

const LIST = 'hits';

/** Texts that go through every way of searching, a letter more each time. */
function rehearsal(): string[] {
  const texts = ['number', 'name', 'place'].map((name) => t(`ui.lookup.example_${name}`));
  return texts.flatMap((text) => [...text].map((_, i) => text.slice(0, i + 1)));
}

/**
 * Folds the directory after the screen is painted and searches it a few times, in slices: code that has run is quick,
 * and the first key shall be as quick as the others.
 */
function useWarmIndex(): void {
  useEffect(() => {
    const texts = rehearsal();
    const next = () => {
      const [ready, text] = [index.peek(), texts.shift()];
      if (!ready || text === undefined) return;
      lookup(text, ready);
      timer = setTimeout(next);
    };
    let timer = setTimeout(next);
    return () => clearTimeout(timer);
  }, []);
}

/** What is typed, within what is looked for. A number says by itself whose it is. */
function lookUp(scope: Scope): Lookup | null {
  const text = typed.value.trim();
  if (text === '' || !index.value) return null;
  const word = decode(text, index.value.directory) ? null : scopeWord(scope);
  return lookup(word === null ? text : `${word} ${text}`, index.value);
}

/** What a screen reader hears while typing goes on: the number's sentence and the count. */
function spoken({ number, hits }: Lookup, own: number): string {
  const all = hits.length + own;
  const count = all > 0 || number ? t('ui.lookup.count', { count: all }) : t('ui.lookup.none_title');
  return number ? `${t(number.note.id, number.note.args)} ${count}` : count;
}

/** The scope of a search that was opened for one window or insurance, and the way out of it. */
function ScopeLine({ scope }: { scope: string }) {
  return (
    <p class="scope">
      <T id="ui.lookup.within" args={{ name: scopeName(scope) }} />
      <button type="button" class="button" data-kind="small" onClick={() => nav.replace({ name: 'lookup' })}>
        <T id="ui.lookup.within_all" />
      </button>
    </p>
  );
}

/** What follows from what is typed. The only part of the screen that a key changes. */
function Results({ scope }: { scope: Scope }) {
  const found = lookUp(scope);
  const own = regionWindows(typed.value, scope);
  return (
    <>
      <RegionWindows windows={own} />
      <p class="unseen" role="status">
        {found && spoken(found, own.length)}
      </p>
      {found?.number && <NumberPanel reading={found.number} />}
      {found && found.hits.length > 0 && <HitList id={LIST} hits={found.hits} scope={scope} />}
      {found && found.hits.length === 0 && !found.number && own.length === 0 && <NoHits />}
      {!found && <Examples scope={scope} />}
    </>
  );
}

/** Finds an insurer or a window from a number, a name or a place. Everything happens on the device. */
export function LookupView({ scope }: { scope: Scope }) {
  useWarmIndex();
  return (
    <div class="page lookup">
      <TopBar />
      <ScreenHeading of="lookup">
        <T id="ui.lookup.title" />
      </ScreenHeading>
      {scope !== undefined && scopeWord(scope) !== null && <ScopeLine scope={scope} />}
      <SearchField list={LIST} />
      <Results scope={scope} />
      <p class="lookup__privacy">
        <Icon name="info" />
        <T id="ui.lookup.privacy" />
      </p>
    </div>
  );
}
