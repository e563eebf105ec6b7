// What the kill switch does. Apart from its worker so that it can be tested.

/** The parts of a worker it needs. */
export interface Retiring {
  caches: Pick<CacheStorage, 'keys' | 'delete'>;
  registration: Pick<ServiceWorkerRegistration, 'unregister'>;
  clients: { matchAll(options: { type: 'window' }): Promise<readonly Pick<WindowClient, 'url' | 'navigate'>[]> };
}

/**
 * Deletes everything kept, unregisters, and loads the open pages anew from the server.
 * It never claims pages: one that loads afterwards and registers again is left alone, so nothing loops.
 */
export async function retire({ caches, registration, clients }: Retiring): Promise<void> {
  await Promise.all((await caches.keys()).map((key) => caches.delete(key)));
  await registration.unregister();
  const pages = await clients.matchAll({ type: 'window' });
  await Promise.allSettled(pages.map((page) => page.navigate(page.url)));
}
