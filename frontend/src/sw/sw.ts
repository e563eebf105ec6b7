// The service worker: keeps the shell of one build and answers with it. Content is none of its business.
import { createShell, type ShellFile } from './shell';

declare const self: ServiceWorkerGlobalScope;
/** Every file of the build, put in by frontend/scripts/sw.mjs. */
declare const __SHELL__: readonly ShellFile[];
declare const __VERSION__: string;

const shell = createShell({
  version: __VERSION__,
  files: __SHELL__,
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
  if (type === 'MISSING' && port) event.waitUntil(shell.missing().then((missing) => port.postMessage(missing)));
});
