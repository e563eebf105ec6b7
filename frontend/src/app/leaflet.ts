import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Format } from '../engine/bundle.gen';

/** What may stand on a leaflet beyond its own words. Every one is off until the counselor ticks it. */
export const EXTRAS = ['insurer', 'city', 'desk', 'phone'] as const;

/** One of them; also the name of the hand-written box it fills. */
export type Extra = (typeof EXTRAS)[number];

/** A leaflet as it was chosen for printing. */
export interface LeafletChoice {
  readonly id: string;
  readonly format: Format;
  /** One to three; the first is that of the foot. */
  readonly languages: readonly string[];
  readonly copies: number;
  readonly large: boolean;
  readonly extras: readonly Extra[];
  /** Where phones reach the server, for the code; empty: none is printed. */
  readonly origin: string;
  /** Whether what the region says is printed too. */
  readonly region?: true;
  /** Ordered by whoever makes the pack of all leaflets: nobody sits before it. */
  readonly outside?: true;
}

/** What is being chosen. In memory only, gone with the consultation; no address and no request ever tells. */
export const leafletChoice = signal<LeafletChoice | null>(null);

/** The contact that was looked at last. Its name goes onto paper only if the counselor ticks it. */
export const lastContact = signal<string | null>(null);

/** Whether any of it could tell of a consultation. */
export const leafletKept: ReadonlySignal<boolean> = computed(
  () => lastContact.value !== null || (leafletChoice.value !== null && !leafletChoice.value.outside),
);

/** Forgets what was chosen. */
export function dropLeaflet(): void {
  leafletChoice.value = null;
  lastContact.value = null;
}
