// Reads what a leaflet needs of the release. Nothing is asked of the network for it.
import { batch } from '@preact/signals';
import { current } from '../../app/current';
import type { LeafletBundle } from '../../engine/bundle.gen';
import type { TextBlob } from '../../release/types';
import { addText, has, SOURCE } from '../../text/words';

/** The leaflets of the release in use; null while they are not on the device. */
export async function loadLeaflets(): Promise<LeafletBundle | null> {
  return (await current.value?.load<LeafletBundle>('leaflets')) ?? null;
}

/** Reads the words of leaflets in some languages, and adds them to those at hand. False: they are not on the device. */
export async function loadWords(languages: readonly string[]): Promise<boolean> {
  const release = current.value;
  if (!release) return false;
  // The Japanese names what the release has, even where a paper is in another language only.
  const wanted = [...new Set([...languages, SOURCE])].filter((lang) => !has('leaflet.foot.version', lang));
  const names = wanted.flatMap((lang) => [`leaflet.${lang}`, ...(lang === SOURCE ? [] : [`text.${lang}`])]);
  const blobs = await Promise.all(names.map((name) => release.load<TextBlob>(name)));
  if (current.value !== release || blobs.some((blob) => blob === null)) return false;
  batch(() => {
    for (const blob of blobs) if (blob) addText(blob.locale, blob);
  });
  return true;
}
