import { useEffect } from 'preact/hooks';
import { hush, readAloud, reading, voiceFor } from '../app/speech';
import { maybePair } from '../text/pair';
import { spoken } from '../text/terms';
import { her } from '../text/words';
import { Icon } from './Icon';
import { T } from './T';

/** Reads messages aloud in her language. Only where this device itself has a voice for it. */
export function ReadAloud({ ids }: { ids: readonly string[] }) {
  const lang = her.value;
  const key = ids.join();
  useEffect(() => hush, [key, lang]);
  // What she lacks would be Japanese in a voice that cannot say it.
  const said = ids.flatMap((id) => maybePair(id)?.main ?? []).filter((main) => main.lang === lang);
  if (said.length === 0 || !voiceFor(lang)) return null;
  const texts = said.map(({ text }) => spoken(text, lang));
  const now = reading.value;
  const mine = now !== null && now.lang === lang && now.texts.join() === texts.join();
  return (
    <button
      type="button"
      class="button listen"
      aria-pressed={mine}
      onClick={() => (mine ? hush() : readAloud({ lang, texts }))}
    >
      <Icon name={mine ? 'stop' : 'sound'} />
      <T id={mine ? 'ui.language.hush' : 'ui.language.listen'} />
    </button>
  );
}
