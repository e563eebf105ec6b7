import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Release } from '../release/types';

/** The release this tab shows: guide, text and directory together, never a mix. Null until it is opened. */
export const current = signal<Release | null>(null);

/** Whether everything for work without a network is on the device; null while it is being looked up. */
export const readyOffline = signal<boolean | null>(null);

/** Why what the server has now could not be taken; null when all is well, or nothing is known for want of a network. */
export const updateFault = signal<'newer_schema' | 'no_room' | 'broken' | null>(null);

/** Why the region of the link that opened the app was not taken up; null when all is well. */
export const regionFailed = signal<'unknown' | 'later' | null>(null);

/** Goes back to the national text; whether it is shown now. Set when the app is open. */
export const leaveRegion = signal<(() => Promise<boolean>) | null>(null);

/** Takes an update into use. */
export type Take = () => void;

/** A new release that waits to be taken. */
export const newRelease = signal<Take | null>(null);

/** A new build of the app that waits to be taken. Apart from the release, so that taking one never loses the other. */
export const newBuild = signal<Take | null>(null);

/** What waits to be taken next. Calling it takes it. */
export const pending: ReadonlySignal<Take | null> = computed(() => newRelease.value ?? newBuild.value);
