// @vitest-environment node
import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { createShell, type ShellFile } from './shell';

const hash = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');

/** The Cache API over a map, as far as a shell needs it. */
class FakeCaches {
  all = new Map<string, Map<string, Response>>();
  open = async (name: string) => {
    const files = this.all.get(name) ?? new Map<string, Response>();
    this.all.set(name, files);
    return {
      match: async (path: string) => files.get(path)?.clone(),
      put: async (path: string, response: Response) => void files.set(path, response),
    };
  };
  keys = async () => [...this.all.keys()];
  delete = async (name: string) => this.all.delete(name);
  match = async (path: string) => {
    for (const files of this.all.values()) if (files.has(path)) return files.get(path)?.clone();
    return undefined;
  };
}

let caches: FakeCaches;
let served: Map<string, string>;
let asked: string[];
let online: boolean;

const shellOf = (version: string, files: readonly ShellFile[]) =>
  createShell({
    version,
    files,
    needed: ['/assets/a.js'],
    lost: 'nothing is left',
    caches: caches as unknown as CacheStorage,
    fetch: (async (input: RequestInfo, options?: RequestInit) => {
      const path = typeof input === 'string' ? input : new URL(input.url).pathname;
      asked.push(`${path} ${options?.cache ?? ''}`.trim());
      if (!online) throw new TypeError('no network');
      const data = served.get(path);
      return new Response(data, {
        status: data === undefined ? 404 : 200,
        headers: { 'content-security-policy': "default-src 'none'", link: '</x>; rel=preload' },
      });
    }) as typeof fetch,
    sha256: async (data) => hash(new Uint8Array(data)),
  });

const files: ShellFile[] = [
  ['/', hash('page 1')],
  ['/assets/a.js', hash('a')],
];

beforeEach(() => {
  caches = new FakeCaches();
  served = new Map([
    ['/', 'page 1'],
    ['/assets/a.js', 'a'],
  ]);
  asked = [];
  online = true;
});

describe('install', () => {
  test('keeps every file with the headers the server sent', async () => {
    const shell = shellOf('1', files);
    await shell.install();
    expect(await shell.missing()).toEqual([]);
    served.clear();
    const page = await shell.respond('/', new Request('http://localhost/'));
    expect(await page.text()).toBe('page 1');
    expect(page.headers.get('content-security-policy')).toBe("default-src 'none'");
    expect(page.headers.get('link')).toBeNull();
  });

  test('fails as a whole when one file cannot be had', async () => {
    served.delete('/assets/a.js');
    const shell = shellOf('1', files);
    await expect(shell.install()).rejects.toThrow('/assets/a.js');
    expect(await shell.missing()).toEqual(['/', '/assets/a.js']);
  });

  test('refuses a page of another build, after asking past the HTTP cache', async () => {
    served.set('/', 'page 2');
    await expect(shellOf('1', files).install()).rejects.toThrow('/ is not of this build');
    expect(asked).toEqual(expect.arrayContaining(['/ default', '/ reload']));
  });

  test('takes files that did not change from the build before', async () => {
    await shellOf('1', files).install();
    served.set('/', 'page 2');
    asked = [];
    await shellOf('2', [['/', hash('page 2')], files[1] as ShellFile]).install();
    expect(asked).toEqual(['/ default']);
  });
});

test('a new build removes the old shell and leaves other caches alone', async () => {
  await shellOf('1', files).install();
  await caches.open('content');
  const shell = shellOf('2', files);
  await shell.install();
  await shell.clean();
  expect([...caches.all.keys()]).toEqual(['content', 'shell-2']);
});

test.each<[string, string | null, string, RequestMode, string?]>([
  ['the app itself', '/', 'http://localhost/', 'navigate'],
  ['the app with a query', '/', 'http://localhost/?x', 'navigate'],
  ['a file of the shell', '/assets/a.js', 'http://localhost/assets/a.js', 'no-cors'],
  ['an unknown page', null, 'http://localhost/nowhere', 'navigate'],
  ['the editor', null, 'http://localhost/editor', 'navigate'],
  ['a file opened as a page', null, 'http://localhost/assets/a.js', 'navigate'],
  ['content', null, 'http://localhost/content/manifest.json', 'cors'],
  ['the health check', null, 'http://localhost/healthz', 'cors'],
  ['the worker itself', null, 'http://localhost/sw.js', 'same-origin'],
  ['another origin', null, 'http://elsewhere/', 'navigate'],
  ['anything but GET', null, 'http://localhost/', 'navigate', 'POST'],
])('%s is answered with %s', (_, want, url, mode, method = 'GET') => {
  expect(shellOf('1', files).answers({ url, method, mode }, 'http://localhost')).toBe(want);
});

test('a file the browser has evicted is missing, and comes from the network', async () => {
  const shell = shellOf('1', files);
  await shell.install();
  caches.all.get('shell-1')?.delete('/assets/a.js');
  expect(await shell.missing()).toEqual(['/assets/a.js']);
  const found = await shell.respond('/assets/a.js', new Request('http://localhost/assets/a.js'));
  expect(await found.text()).toBe('a');
});

describe('a page of which something was evicted', () => {
  const opened = async () => {
    const response = await shellOf('1', files).respond('/', new Request('http://localhost/'));
    return [response.status, await response.text()];
  };

  test.each(['/', '/assets/a.js'])('comes from the server when %s is gone, whatever build that has', async (path) => {
    await shellOf('1', files).install();
    caches.all.get('shell-1')?.delete(path);
    served.set('/', 'page 2');
    expect(await opened()).toEqual([200, 'page 2']);
  });

  test.each([
    ['all is gone', () => caches.all.clear()],
    ['its script is gone', () => void caches.all.get('shell-1')?.delete('/assets/a.js')],
  ])('says without a network what to do when %s', async (_, evict) => {
    await shellOf('1', files).install();
    evict();
    online = false;
    expect(await opened()).toEqual([503, 'nothing is left']);
  });

  test('is repaired, as long as the server has this build', async () => {
    const shell = shellOf('1', files);
    await shell.install();
    caches.all.get('shell-1')?.delete('/assets/a.js');
    served.set('/assets/a.js', 'a of another build');
    await expect(shell.repair()).rejects.toThrow('/assets/a.js is not of this build');
    expect(await shell.missing()).toEqual(['/assets/a.js']);
    served.set('/assets/a.js', 'a');
    asked = [];
    await shell.repair();
    expect([await shell.missing(), asked]).toEqual([[], ['/assets/a.js default']]);
  });
});

test('a cache that cannot be opened leaves the app to the network', async () => {
  const shell = shellOf('1', files);
  await shell.install();
  caches.open = () => Promise.reject(new DOMException('damaged', 'UnknownError'));
  const found = await shell.respond('/', new Request('http://localhost/'));
  expect(await found.text()).toBe('page 1');
});

test('an official leaflet opens from the content, also as a page of its own, and from the network when it is not there', async () => {
  const path = `/files/${'a'.repeat(64)}.pdf`;
  const shell = shellOf('1', files);
  await shell.install();
  const request = { url: `http://localhost${path}`, method: 'GET', mode: 'navigate' } as Request;
  expect(shell.answers(request, 'http://localhost')).toBe(path);
  expect(shell.answers({ ...request, url: 'http://localhost/files/other.pdf' }, 'http://localhost')).toBeNull();
  await (await caches.open('content')).put(path, new Response('%PDF'));
  expect(await (await shell.respond(path, new Request(`http://localhost${path}`))).text()).toBe('%PDF');
  const elsewhere = `/files/${'b'.repeat(64)}.pdf`;
  served.set(elsewhere, 'from the server');
  expect(await (await shell.respond(elsewhere, new Request(`http://localhost${elsewhere}`))).text()).toBe(
    'from the server',
  );
});

test('the link of a region is the app, offline too; anything below it is not', async () => {
  const shell = shellOf('1', files);
  const asked = (path: string, mode: RequestMode = 'navigate') =>
    shell.answers({ url: `http://localhost${path}`, method: 'GET', mode } as Request, 'http://localhost');
  expect(asked('/r/28381')).toBe('/');
  expect([asked('/r/28381/x'), asked('/r/'), asked('/r/28381', 'cors'), asked('/r')]).toEqual([null, null, null, null]);
});
