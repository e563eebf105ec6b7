// Where releases are kept on the device: the Cache API where there is one, memory otherwise.
// Two pointers stand beside the blobs. One put of the first is the whole flip, so a crash leaves the old or the new.

/** What a release needs of storage. Keys are paths of this origin. */
export interface Shelf {
  get(path: string): Promise<Uint8Array<ArrayBuffer> | null>;
  put(path: string, data: Uint8Array<ArrayBuffer>): Promise<void>;
  remove(path: string): Promise<void>;
  paths(): Promise<string[]>;
  /** Whether what is put here survives the page. */
  readonly lasting: boolean;
}

/** The manifest of the release in use. */
export const CURRENT = '/content/current';
/** The manifest of a release that is whole on the device and waits for its turn. */
export const STAGED = '/content/staged';

/** The code of the region this device belongs to; absent: none. */
export const REGION = '/content/region';

/** Keeps files in the cache named `content`, which the service worker reads official leaflets from and never writes to. */
export function cacheShelf(storage: CacheStorage): Shelf {
  // Opened once, and at once: on a slow device opening takes longer than all that is read.
  let opened: Promise<Cache> | undefined = storage.open('content');
  opened.catch(() => {
    opened = undefined;
  });
  const open = () => {
    opened ??= storage.open('content');
    return opened;
  };
  return {
    lasting: true,
    async get(path) {
      const found = await (await open()).match(path, { ignoreVary: true });
      return found ? new Uint8Array(await found.arrayBuffer()) : null;
    },
    async put(path, data) {
      const type = path.endsWith('.pdf') ? 'application/pdf' : 'application/json';
      await (await open()).put(path, new Response(data, { headers: { 'content-type': type } }));
    },
    async remove(path) {
      await (await open()).delete(path, { ignoreVary: true });
    },
    async paths() {
      return (await (await open()).keys()).map((request) => new URL(request.url).pathname);
    },
  };
}

/** Keeps files until the page closes: plain http away from localhost has no cache. */
export function memoryShelf(): Shelf {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    lasting: false,
    get: async (path) => files.get(path) ?? null,
    put: async (path, data) => void files.set(path, data),
    remove: async (path) => void files.delete(path),
    paths: async () => [...files.keys()],
  };
}
