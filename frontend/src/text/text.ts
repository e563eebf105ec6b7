// Words by message ID. They come with the release, so a component that shows them follows a new one by itself.
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { TextBlob } from '../release/types';
import type { Readings } from './furigana';

/** Values for the placeholders of a message. */
export type Args = Readonly<Record<string, string | number>>;

const NO_READINGS: Readings = {};
const text = signal<TextBlob>({ locale: 'ja', messages: {} });

/** In development a missing word stops the screen; a counselor sees its ID and can go on. */
let strict: boolean = import.meta.env.DEV;

/** Takes over the words of a release. */
export function setText(blob: TextBlob, options?: { strict?: boolean }): void {
  text.value = blob;
  strict = options?.strict ?? import.meta.env.DEV;
}

/** The readings for furigana. */
export const readings: ReadonlySignal<Readings> = computed(() => text.value.readings ?? NO_READINGS);

/** Whether there is a message. */
export function has(id: string): boolean {
  return Object.hasOwn(text.value.messages, id);
}

/** A message with its placeholders filled. */
export function t(id: string, args?: Args): string {
  return maybe(id, args) ?? missing(id);
}

/** A message that need not be there. */
export function maybe(id: string, args?: Args): string | null {
  return has(id) ? fill(id, text.value.messages[id] ?? '', args) : null;
}

/** A field of a step in the variant of the day; a field the variant does not change is the step's own. */
export function stepText(step: string, variant: string | undefined, field: string): string | null {
  const own = maybe(`step.${step}.${field}`);
  return variant ? (maybe(`step.${step}.${variant}.${field}`) ?? own) : own;
}

function fill(id: string, message: string, args: Args | undefined): string {
  return message.replace(/\{\{\s*\.(\w+)\s*\}\}/g, (placeholder, name: string) =>
    args && Object.hasOwn(args, name) ? String(args[name]) : missing(`${id} ${placeholder}`),
  );
}

function missing(id: string): string {
  if (strict) throw new Error(`no text for ${id}`);
  return id;
}
