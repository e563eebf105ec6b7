import { effect, signal } from '@preact/signals';

/** The text sizes offered, in per cent of the device's own. */
export const SIZES = [100, 125, 150, 200] as const;

/** One of the sizes offered. */
export type Size = (typeof SIZES)[number];

/** Whether readings stand over the kanji. */
export const furigana = signal(false);

/** The chosen text size. */
export const size = signal<Size>(100);

/** Keeps the document's text size in step with the choice. */
export function followSize(): () => void {
  return effect(() => {
    document.documentElement.dataset.size = String(size.value);
  });
}
