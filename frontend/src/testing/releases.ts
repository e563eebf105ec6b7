// A server of releases for tests: one release at a time, and a network that can go.
import { createHash } from 'node:crypto';
import { vi } from 'vitest';
import { createLibrary, type Library, type LibraryDeps } from '../release/library';
import { memoryShelf, type Shelf } from '../release/shelf';
import { BLOBS, type Blob, type Manifest } from '../release/types';

/** sha256 in hexadecimal. */
export const hash = (data: Uint8Array | string) => createHash('sha256').update(data).digest('hex');

/** A server with one release and a network that can go. */
export class FakeServer {
  files = new Map<string, string>();
  online = true;
  asked: string[] = [];

  publish(word: string, change: Partial<Manifest> = {}, names: readonly string[] = []): string {
    const blobs = [...BLOBS, ...names].map((name) => {
      // A wording fix changes one blob only.
      const data = JSON.stringify(name === 'text.ja' ? { messages: { word } } : { name });
      this.files.set(`/content/${hash(data)}.json`, data);
      return { name, hash: hash(data), bytes: data.length };
    });
    return this.list('/content/manifest.json', blobs, change);
  }

  /** Lays a region's words, and an official leaflet, over the release published before. */
  publishRegion(code: string, name: string, leaflet?: string): string {
    const { blobs } = JSON.parse(this.files.get('/content/manifest.json') ?? '') as Manifest;
    const words = JSON.stringify({ code, name, on: '2026-11-22', values: {}, files: [] });
    this.files.set(`/content/${hash(words)}.json`, words);
    blobs.push({ name: 'region', hash: hash(words), bytes: words.length });
    if (leaflet !== undefined) {
      this.files.set(`/files/${hash(leaflet)}.pdf`, leaflet);
      blobs.push({ name: 'file.1', hash: hash(leaflet), bytes: leaflet.length });
    }
    return this.list(`/content/region/${code}.json`, blobs, {});
  }

  private list(path: string, blobs: readonly Blob[], change: Partial<Manifest>): string {
    const release = hash(JSON.stringify(blobs));
    const days = { reviewed_on: '2026-11-22', review_by: '2027-03-31' };
    this.files.set(path, JSON.stringify({ schema: 1, release, ...days, blobs, ...change }));
    return release;
  }

  fetch = (async (input: string) => {
    this.asked.push(input);
    if (!this.online) throw new TypeError('no network');
    const data = this.files.get(input);
    return new Response(data ?? 'not found', { status: data === undefined ? 404 : 200 });
  }) as LibraryDeps['fetch'];
}

/** A device that has never seen the server, and the parts of its library that a test may bend. */
export function emptyDevice(server: FakeServer) {
  const shelf: Shelf = { ...memoryShelf(), lasting: true };
  const deps: LibraryDeps = {
    fetch: server.fetch,
    shelf,
    sha256: async (data) => hash(data as Uint8Array),
    missingFromShell: async () => [],
    persist: vi.fn(),
  };
  return { shelf, deps, library: createLibrary(deps) };
}

/** Brings a device to have release "one" in use. */
export async function settle(server: FakeServer, library: Library): Promise<void> {
  server.publish('one');
  await library.update();
  await library.flip();
}

/** The word that tells one release from another, null when none opened. */
export async function word(opened: ReturnType<Library['openCurrent']>): Promise<string | null> {
  return (await opened)?.text.messages.word ?? null;
}
