// Printing from outside: the pack of all leaflets is made by this same view, so that it is what the tablets print.
import { effect } from '@preact/signals';
import { current, readyOffline } from '../../app/current';
import { type LeafletChoice, leafletChoice } from '../../app/leaflet';
import { nav } from '../../app/screen';
import type { Format } from '../../engine/bundle.gen';

/** What is asked for: one copy, nothing of hers. An empty origin means no code. */
interface Wanted {
  readonly id: string;
  readonly format: Format;
  readonly languages: readonly string[];
  readonly origin: string;
  readonly large?: boolean;
  /** Whether what the region of this device says is printed too. */
  readonly region?: boolean;
}

/** Said on the document element, where a driver of the browser can wait for it. */
const say = (state: string) => {
  document.documentElement.dataset.prints = state;
};

let wanted: LeafletChoice | null = null;

function print({ id, format, languages, origin, large = false, region = false }: Wanted): void {
  say('');
  const said = region ? { region } : {};
  wanted = { id, format, languages, origin, large, copies: 1, extras: [], outside: true, ...said };
  leafletChoice.value = wanted;
  const screen = nav.screen.value;
  if (screen.name !== 'leaflet' || screen.step !== 'print') nav.go({ name: 'leaflet', step: 'print' });
}

/** Tells whoever asked from outside that the paper stands, and whose it is. */
export function laid(choice: LeafletChoice): void {
  if (choice !== wanted) return;
  const whose = choice.region ? [current.value?.region?.code ?? 'nobody'] : [];
  say([choice.id, choice.format, choice.languages[0], ...whose].join(' '));
}

/** Listens for orders from outside, once everything that can be printed is on the device. */
export function listenForPrints(): void {
  window.addEventListener('print-leaflet', (event) => print((event as CustomEvent<Wanted>).detail));
  effect(() => {
    const release = current.value;
    // It is told after every look at the server: then the words of the papers may have come.
    if (!release || readyOffline.value === null) return;
    const names = release.manifest.blobs.filter(({ name }) => /^(leaflet|text)[s.]/.test(name)).map(({ name }) => name);
    Promise.all(names.map((name) => release.load(name))).then((blobs) => {
      if (document.documentElement.dataset.prints === undefined && blobs.every((blob) => blob !== null)) say('');
    });
  });
}
