// The words of a release in the languages that were loaded, and which language is whose.
import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Term } from '../engine/bundle.gen';
import type { TextBlob } from '../release/types';
import type { Readings } from './furigana';

/** Values for the placeholders of a message. */
export type Args = Readonly<Record<string, string | number>>;

/** The same, where they are words themselves: dates differ by language. */
export type ArgsIn = Args | ((lang: string) => Args);

/** A message in one language, its terms still as tokens. */
export interface Sentence {
  readonly lang: string;
  readonly text: string;
  /** Its Japanese has changed since it was translated. */
  readonly stale: boolean;
}

/** The language everything is written in first. */
export const SOURCE = 'ja';

/** Japanese in short spaced sentences, every kanji with its reading. */
export const EASY = 'ja-Hira';

const NO_READINGS: Readings = {};
/** A signal a language: what stands in one is not drawn anew when words of another come. */
const texts = new Map<string, Signal<TextBlob | null>>();
const known = signal<readonly Term[]>([]);

/** The language of the counselor's own words. In memory only. */
export const chrome = signal(SOURCE);

/** The client's language. In memory only, for one consultation; set once its words are there. */
export const her = signal(SOURCE);

/** In development a missing word stops the screen; a counselor sees its ID and can go on. */
let strict: boolean = import.meta.env.DEV;

function wordsOf(tag: string): Signal<TextBlob | null> {
  let words = texts.get(tag);
  if (!words) {
    words = signal(null);
    texts.set(tag, words);
  }
  return words;
}

/** Takes over the Japanese of a release and its terms. Words of other languages belong to the release before, and go. */
export function setText(blob: TextBlob, options?: { strict?: boolean; terms?: readonly Term[] }): void {
  batch(() => {
    for (const words of texts.values()) words.value = null;
    wordsOf(SOURCE).value = blob;
    known.value = options?.terms ?? [];
  });
  strict = options?.strict ?? import.meta.env.DEV;
}

/** Adds words of another language. */
export function addText(tag: string, blob: TextBlob): void {
  const words = wordsOf(tag);
  const before = words.value;
  const stale = [...(before?.stale ?? []), ...(blob.stale ?? [])];
  const messages = { ...before?.messages, ...blob.messages };
  words.value = { ...before, ...blob, messages, stale };
}

/** The readings for furigana. */
export const readings: ReadonlySignal<Readings> = computed(() => wordsOf(SOURCE).value?.readings ?? NO_READINGS);

/** Those of easy Japanese, its own before the others. */
export const easyReadings: ReadonlySignal<Readings> = computed(() => ({
  ...readings.value,
  ...wordsOf(EASY).value?.readings,
}));

/** The official words by their ID. */
export const terms: ReadonlySignal<ReadonlyMap<string, Term>> = computed(
  () => new Map(known.value.map((term) => [term.id, term])),
);

/** Whether there is a message. */
export function has(id: string, lang: string = SOURCE): boolean {
  return Object.hasOwn(wordsOf(lang).value?.messages ?? {}, id);
}

const staleIn = new WeakMap<TextBlob, ReadonlySet<string>>();

function isStale(blob: TextBlob, id: string): boolean {
  let stale = staleIn.get(blob);
  if (!stale) {
    stale = new Set(blob.stale);
    staleIn.set(blob, stale);
  }
  return stale.has(id);
}

/** A message in a language, null when that language lacks it. */
export function sentence(lang: string, id: string, args?: ArgsIn): Sentence | null {
  const blob = wordsOf(lang).value;
  if (!blob || !Object.hasOwn(blob.messages, id)) return null;
  const values = typeof args === 'function' ? args(lang) : args;
  return { lang, text: fill(id, blob.messages[id] ?? '', values), stale: isStale(blob, id) };
}

/** Words said to an office on the phone are said in Japanese, whatever the counselor reads. */
const SPOKEN = /^step\..*\.phone$|^route\..*\.say$|^ui\.contact\.say_/;

/** A message for the counselor: in her language where it has a sound one, else in Japanese. Null when there is none. */
export function ours(id: string, args?: ArgsIn): Sentence | null {
  const own = chrome.value === SOURCE || SPOKEN.test(id) ? null : sentence(chrome.value, id, args);
  return own && !own.stale ? own : sentence(SOURCE, id, args);
}

function fill(id: string, message: string, args: Args | undefined): string {
  if (!message.includes('{{')) return message;
  return message.replace(/\{\{\s*\.(\w+)\s*\}\}/g, (placeholder, name: string) =>
    args && Object.hasOwn(args, name) ? String(args[name]) : missing(`${id} ${placeholder}`),
  );
}

/** What stands in the place of a message that is not there. */
export function missing(id: string): string {
  if (strict) throw new Error(`no text for ${id}`);
  return id;
}
