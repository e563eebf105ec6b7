// Whose language is what. In memory only: no storage, no address, no request ever tells.
import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Language } from '../engine/bundle.gen';
import type { TextBlob } from '../release/types';
import { addText, chrome, her, SOURCE } from '../text/words';
import { current } from './current';

/** What was chosen for her. Her words follow, once they are read. */
const wanted = signal(SOURCE);

/** What the counselor chose for her own screens. */
const wantedChrome = signal(SOURCE);

/** The languages of the release, the source language first. */
export const languages: ReadonlySignal<readonly Language[]> = computed(() => current.value?.guide.languages ?? []);

/** The language that is chosen for her. */
export const chosen: ReadonlySignal<string> = computed(() => wanted.value);

/** The language chosen for her whose words are not on the device; null when all is well. */
export const lacking = signal<string | null>(null);

/** The languages of the counselor's own screens that this release has. */
export const chromes: ReadonlySignal<readonly Language[]> = computed(() =>
  languages.value.filter(
    ({ tag }) => tag === SOURCE || current.value?.manifest.blobs.some(({ name }) => name === `counselor.${tag}`),
  ),
);

/** A language by its tag. */
export function languageOf(tag: string): Language | undefined {
  return languages.value.find((language) => language.tag === tag);
}

/** Reads blobs of words and adds them; null when one is not on the device, or another release came meanwhile. */
async function fetchWords(tag: string, names: readonly string[]): Promise<boolean> {
  const release = current.value;
  if (!release) return false;
  const blobs = await Promise.all(names.map((name) => release.load<TextBlob>(name)));
  if (current.value !== release || blobs.some((blob) => blob === null)) return false;
  batch(() => {
    for (const blob of blobs) if (blob) addText(tag, blob);
  });
  return true;
}

/** Reads every language while the list is looked at, so that a choice shows at once. */
export async function warm(): Promise<void> {
  for (const { tag } of languages.value) await current.value?.load(`text.${tag}`);
}

/** Chooses her language. Until its words are there, and where they are not, everything stays in Japanese. */
export async function speak(tag: string): Promise<void> {
  batch(() => {
    wanted.value = tag;
    lacking.value = null;
    if (tag === SOURCE) her.value = SOURCE;
  });
  if (tag === SOURCE) return;
  const there = await fetchWords(tag, [`text.${tag}`]);
  if (wanted.value !== tag) return; // chosen anew, or ended, meanwhile
  batch(() => {
    her.value = there ? tag : SOURCE;
    lacking.value = there ? null : tag;
  });
}

/** Chooses the language of the counselor's own screens; Japanese where it is not on the device. */
export async function speakChrome(tag: string): Promise<void> {
  wantedChrome.value = tag;
  const there = tag === SOURCE || (await fetchWords(tag, [`text.${tag}`, `counselor.${tag}`]));
  if (wantedChrome.value === tag) chrome.value = there ? tag : SOURCE;
}

/** Reads again what was chosen: a new release brings its own words, and files come in behind the first screen. */
export async function speakAgain(): Promise<void> {
  await Promise.all([speak(wanted.value), speakChrome(wantedChrome.value)]);
}

/** Forgets her language with the consultation. */
export function forgetHer(): void {
  void speak(SOURCE);
}

/** Keeps the document's language that of most of its words. */
export function followLanguage(): () => void {
  return effect(() => {
    document.documentElement.lang = chrome.value;
  });
}
