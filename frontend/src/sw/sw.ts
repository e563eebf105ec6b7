// The service worker: keeps the shell of one build and answers with it. Content is none of its business.
import { createShell, type ShellFile } from './shell';

declare const self: ServiceWorkerGlobalScope;
/** Every file of the build, put in by frontend/scripts/sw.mjs. */
declare const __SHELL__: readonly ShellFile[];
declare const __VERSION__: string;
/** The script and the style that the page names. */
declare const __NEEDED__: readonly string[];
/** The text of lost.html. */
declare const __LOST__: string;

const shell = createShell({
  version: __VERSION__,
  files: __SHELL__,
  needed: __NEEDED__,
  lost: __LOST__,
  caches: self.caches,
  fetch: (...request) => self.fetch(...request),
  sha256: async (data) =>
    Array.from(new Uint8Array(await self.crypto.subtle.digest('SHA-256', data)), (byte) =>
      byte.toString(16).padStart(2, '0'),
    ).join(''),
});

self.addEventListener('install', (event) => event.waitUntil(shell.install()));

self.addEventListener('activate', (event) => event.waitUntil(shell.clean().then(() => self.clients.claim())));

self.addEventListener('fetch', (event) => {
  const path = shell.answers(event.request, self.location.origin);
  if (path !== null) event.respondWith(shell.respond(path, event.request));
});

self.addEventListener('message', (event) => {
  const { type } = (event.data ?? {}) as { type?: string };
  // Only the counselor's word activates an update: it never interrupts a consultation.
  if (type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting());
  const [port] = event.ports;
  const answer = async () => port?.postMessage(await shell.missing());
  if (type === 'MISSING') event.waitUntil(answer());
  if (type === 'REPAIR') event.waitUntil(shell.repair().then(answer, answer));
});
