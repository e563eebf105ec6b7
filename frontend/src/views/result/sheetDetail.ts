import { signal } from '@preact/signals';

/** Whether the words of every step are printed too. Off: the list fits a few pages. */
export const sheetDetail = signal(false);
