// The files of one build of the app, kept together. Apart from the worker so that it can be tested.

/** A path and the sha256 of its bytes. */
export type ShellFile = readonly [path: string, sha256: string];

/** What the shell needs of a worker. */
export interface ShellDeps {
  version: string;
  files: readonly ShellFile[];
  /** What the page cannot begin without. */
  needed: readonly string[];
  /** The page that says what to do when nothing of the app is left and there is no network. */
  lost: string;
  caches: CacheStorage;
  fetch: typeof fetch;
  sha256: (data: ArrayBuffer) => Promise<string>;
}

/** The offline shell of one build. */
export interface Shell {
  /** Puts every file into the cache of this build, or fails as a whole. */
  install(): Promise<void>;
  /** Removes the caches of other builds and nothing else: the content has a cache of its own. */
  clean(): Promise<void>;
  /** The file a request is answered with, null for requests that go to the network. */
  answers(request: Pick<Request, 'url' | 'method' | 'mode'>, origin: string): string | null;
  /** The kept file; from the network when the browser has evicted it. The page comes with all that it needs, or not at all. */
  respond(path: string, request: Request): Promise<Response>;
  /** The files that are no longer there. */
  missing(): Promise<string[]>;
  /** Fetches what is no longer there, as far as the server still has this build. */
  repair(): Promise<void>;
}

const PREFIX = 'shell-';

/** The link of a region. */
const REGION_LINK = /^\/r\/[a-z0-9-]{2,24}$/;

/** Where official leaflets live, named by their content. The page downloads, verifies and keeps them. */
const LEAFLET = /^\/files\/[0-9a-f]{64}\.pdf$/;

/** The page of a device that lost the app has its words and its look in itself, and nothing else. */
const LOST = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
};

/** Creates the shell of one build. */
export function createShell({ version, files, needed, lost, caches, fetch, sha256 }: ShellDeps): Shell {
  const name = PREFIX + version;
  const paths = new Set(files.map(([path]) => path));
  const match = async (path: string) => (await caches.open(name)).match(path, { ignoreVary: true });

  /** A response, if its bytes are those of this build. A deployment under way must not mix two builds. */
  async function genuine(hash: string, response: Response | undefined): Promise<Response | null> {
    if (!response?.ok || response.redirected) return null;
    return (await sha256(await response.clone().arrayBuffer())) === hash ? response : null;
  }

  async function obtain(path: string, hash: string): Promise<Response> {
    const kept = await genuine(hash, await caches.match(path, { ignoreVary: true }));
    if (kept) return kept;
    // The page has just loaded most of them: the HTTP cache spares a second download.
    for (const cache of ['default', 'reload'] as const) {
      const fresh = await genuine(hash, await fetch(path, { cache, credentials: 'same-origin' }));
      if (fresh) return fresh;
    }
    throw new Error(`${path} is not of this build`);
  }

  /** A page that is kept must not tell an offline start to preload anything. */
  function withoutLink(response: Response): Response {
    if (!response.headers.has('link')) return response; // the browser keeps compiled code beside an untouched script
    const headers = new Headers(response.headers);
    headers.delete('link');
    return new Response(response.body, { status: response.status, headers });
  }

  async function keep(wanted: readonly ShellFile[]): Promise<void> {
    const found = await Promise.all(wanted.map(async ([path, hash]) => [path, await obtain(path, hash)] as const));
    const cache = await caches.open(name);
    await Promise.all(found.map(([path, response]) => cache.put(path, withoutLink(response))));
  }

  async function missing(): Promise<string[]> {
    const found = await Promise.all([...paths].map(async (path) => ((await match(path)) ? [] : [path])));
    return found.flat();
  }

  /** A page without its script would say for ever that it is getting ready: then the server's, which may be a newer one. */
  async function page(request: Request): Promise<Response> {
    const kept = await Promise.all(['/', ...needed].map(match)).catch(() => []);
    if (kept[0] && kept.every((file) => file !== undefined)) return kept[0];
    return fetch(request).catch(() => new Response(lost, { status: 503, headers: LOST }));
  }

  return {
    install: () => keep(files),

    async clean() {
      for (const key of await caches.keys()) if (key.startsWith(PREFIX) && key !== name) await caches.delete(key);
    },

    answers({ url, method, mode }, origin) {
      const { pathname, origin: from } = new URL(url);
      if (method !== 'GET' || from !== origin) return null;
      // An official leaflet is opened by itself, and must open without a network too.
      if (LEAFLET.test(pathname)) return pathname;
      // The link of a region is the app as well: a home-screen icon opens with it.
      if (mode === 'navigate' && REGION_LINK.test(pathname)) return '/';
      if (!paths.has(pathname)) return null;
      // Only the app's own address is the app; an unknown one must stay the server's 404.
      return (mode === 'navigate') === (pathname === '/') ? pathname : null;
    },

    async respond(path, request) {
      if (path === '/') return page(request);
      // A cache that cannot be opened must not take the app off the network too.
      const kept = LEAFLET.test(path) ? caches.match(path, { ignoreVary: true }) : match(path);
      return (await kept.catch(() => undefined)) ?? fetch(request);
    },

    missing,

    async repair() {
      const lacking = await missing();
      await keep(files.filter(([path]) => lacking.includes(path)));
    },
  };
}
