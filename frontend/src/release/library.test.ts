// @vitest-environment node
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { emptyDevice, FakeServer, hash, settle, word } from '../testing/releases';
import { createLibrary, type Library, type LibraryDeps } from './library';
import { CURRENT, type Shelf, STAGED } from './shelf';
import type { Manifest } from './types';

const bytes = (text: string) => new TextEncoder().encode(text);

let server: FakeServer;
let shelf: Shelf;
let deps: LibraryDeps;
let library: Library;
const textPath = async () => {
  const manifest = JSON.parse(server.files.get('/content/manifest.json') ?? '') as Manifest;
  return `/content/${manifest.blobs[1]?.hash}.json`;
};

beforeEach(() => {
  server = new FakeServer();
  ({ shelf, deps, library } = emptyDevice(server));
});

describe('the first visit', () => {
  test('downloads, verifies and opens the release', async () => {
    const id = server.publish('one');
    expect(await library.openCurrent()).toBeNull();
    expect(await library.update()).toBe('ready');
    const release = await library.flip();
    expect([release?.id, release?.text.messages.word]).toEqual([id, 'one']);
    expect(deps.persist).toHaveBeenCalled();
  });

  test('without a network there is nothing, and nothing is claimed', async () => {
    server.online = false;
    expect(await library.update()).toBe('offline');
    expect(await library.flip()).toBeNull();
    expect(await library.readiness()).toEqual({ shell: false, missing: [CURRENT] });
  });

  test('a download broken off leaves no half, and the next one goes on from there', async () => {
    server.publish('one');
    const path = await textPath();
    const text = server.files.get(path) ?? '';
    server.files.delete(path);
    expect(await library.update()).toBe('offline');
    expect(await library.openCurrent()).toBeNull();
    server.files.set(path, text);
    server.asked = [];
    expect(await library.update()).toBe('ready');
    expect(server.asked).toEqual(['/content/manifest.json', path]);
  });
});

test('a preload that failed with the network does not fail the next try', async () => {
  server.publish('one');
  deps.fetch = (input, options) =>
    options?.cache === 'default' && input !== '/content/manifest.json'
      ? Promise.reject(new TypeError('the preload failed'))
      : server.fetch(input, options);
  library = createLibrary(deps);
  expect(await library.update()).toBe('ready');
});

describe('what a consultation can do without', () => {
  const rest = ['text.vi', 'leaflets'];

  test('comes behind the first screen, and until then the device is not ready', async () => {
    server.publish('one', {}, rest);
    await library.update();
    expect(server.asked).toHaveLength(6);
    const release = await library.flip();
    expect([await release?.load('text.vi'), (await library.readiness()).missing]).toEqual([null, rest]);
    expect(await library.update()).toBe('current');
    expect([await release?.load('text.vi'), (await library.readiness()).missing]).toEqual([{ name: 'text.vi' }, []]);
  });

  test('must be there before another release takes the place of one in use', async () => {
    server.publish('one', {}, rest);
    await library.update();
    await library.flip();
    await library.update();
    const path = `/content/${hash(JSON.stringify({ name: 'text.th' }))}.json`;
    server.publish('two', {}, ['text.th']);
    const text = server.files.get(path) ?? '';
    server.files.delete(path);
    expect(await library.update()).toBe('offline');
    expect(await library.flip()).toBeNull();
    server.files.set(path, text);
    expect(await library.update()).toBe('ready');
    expect(await word(library.flip())).toBe('two');
  });

  test('is verified when it is read, and read once', async () => {
    server.publish('one', {}, rest);
    await library.update();
    await library.flip();
    await library.update();
    const release = await library.openCurrent();
    const path = `/content/${hash(JSON.stringify({ name: 'text.vi' }))}.json`;
    const whole = await shelf.get(path);
    await shelf.put(path, bytes('{"name":"bad"}'));
    expect(await release?.load('text.vi')).toBeNull();
    await shelf.put(path, whole ?? bytes(''));
    const first = await release?.load('text.vi');
    expect(await release?.load('text.vi')).toBe(first);
    expect(await release?.load('text.xx')).toBeNull();
  });

  test('of her own phone stays off the device', async () => {
    server.publish('one', {}, ['page.vi']);
    await library.update();
    await library.flip();
    await library.update();
    expect(server.asked).not.toContain(`/content/${hash(JSON.stringify({ name: 'page.vi' }))}.json`);
    expect((await library.readiness()).missing).toEqual([]);
  });
});

describe('a new release', () => {
  let one: string;
  const inUse = async () =>
    (JSON.parse(new TextDecoder().decode((await shelf.get(CURRENT)) ?? bytes(''))) as Manifest).release;
  beforeEach(async () => {
    await settle(server, library);
    one = await inUse();
  });

  test('waits aside until the flip, re-sending only what changed', async () => {
    server.publish('two');
    server.asked = [];
    expect(await library.update()).toBe('ready');
    expect(server.asked).toEqual(['/content/manifest.json', await textPath()]);
    expect(await inUse()).toBe(one);
    expect(await word(library.flip())).toBe('two');
    expect(await word(createLibrary(deps).openCurrent())).toBe('two');
  });

  test('leaves the one it replaced for another tab, and nothing older', async () => {
    const old = await textPath();
    for (const next of ['two', 'three']) {
      server.publish(next);
      await library.update();
      await library.flip();
      expect(await shelf.paths()).toHaveLength(7);
      expect((await shelf.paths()).includes(old)).toBe(next === 'two');
    }
  });

  test('downloaded earlier is taken without a network, at the next start or when it is asked for', async () => {
    server.publish('two');
    await library.update();
    server.online = false;
    expect(await library.update()).toBe('ready');
    expect(await word(createLibrary(deps).openCurrent())).toBe('two');
    expect(await shelf.get(STAGED)).toBeNull();
  });

  test('that another tab took into use is still offered to this one', async () => {
    server.publish('two');
    await library.update();
    await createLibrary(deps).openCurrent();
    expect(await library.update()).toBe('ready');
    expect(await word(library.flip())).toBe('two');
  });

  test('withdrawn before it was used is forgotten', async () => {
    server.publish('two');
    await library.update();
    server.publish('one');
    expect(await library.update()).toBe('current');
    expect(await library.flip()).toBeNull();
    expect(await shelf.get(STAGED)).toBeNull();
  });

  test('can be an older one: a rollback is an update like any other', async () => {
    server.publish('two');
    await library.update();
    await library.flip();
    server.publish('one');
    expect(await library.update()).toBe('ready');
    expect(await word(library.flip())).toBe('one');
  });

  test('a crash in the flip leaves the old or the new release, never a mixture', async () => {
    const two = server.publish('two');
    await library.update();
    for (const operation of ['put', 'remove'] as const) {
      const crashing = { ...shelf, [operation]: () => Promise.reject(new Error('crash')) };
      await createLibrary({ ...deps, shelf: crashing })
        .flip()
        .catch(() => null);
      expect(await inUse()).toBe(operation === 'put' ? one : two);
    }
    expect(await word(createLibrary(deps).openCurrent())).toBe('two');
  });

  test('stands in for a pointer that a crash took away', async () => {
    server.publish('two');
    await library.update();
    await shelf.remove(CURRENT);
    server.online = false;
    expect(await word(createLibrary(deps).openCurrent())).toBe('two');
  });

  test('two looks at the same time are one', async () => {
    server.publish('two');
    server.asked = [];
    expect(await Promise.all([library.update(), library.update()])).toEqual(['ready', 'ready']);
    expect(server.asked).toHaveLength(2);
  });
});

describe('what is not as it should be', () => {
  beforeEach(() => settle(server, library));

  test.each<[string, string, Partial<Manifest> | string]>([
    ['a manifest of a newer form', 'newer_schema', { schema: 2, blobs: [] }],
    ['a manifest of an older form', 'broken', { schema: 0 }],
    ['a manifest without a needed blob', 'broken', { blobs: [] }],
    ['a manifest with a strange hash', 'broken', { release: '../../x' }],
    ['a page in place of the manifest', 'broken', '<html>'],
    ['nothing in place of the manifest', 'broken', 'null'],
  ])('%s is refused as %s', async (_, result, change) => {
    if (typeof change === 'string') server.files.set('/content/manifest.json', change);
    else server.publish('two', change);
    expect(await library.update()).toBe(result);
    expect(await word(library.openCurrent())).toBe('one');
    expect(await library.flip()).toBeNull();
  });

  test('a blob with other bytes is fetched past the HTTP cache once, then refused', async () => {
    server.publish('two');
    const path = await textPath();
    server.files.set(path, '{"messages":{"word":"bad"}}');
    server.asked = [];
    expect(await library.update()).toBe('broken');
    expect(server.asked.filter((asked) => asked === path)).toHaveLength(2);
    expect(await shelf.get(path)).toBeNull();
  });

  test('a damaged file on the device is not opened, and the next update repairs it', async () => {
    await shelf.put(await textPath(), bytes('{"messages":{"word":"bad"}}'));
    const restarted = createLibrary(deps);
    expect(await restarted.openCurrent()).toBeNull();
    expect((await restarted.readiness()).missing).toEqual(['text.ja']);
    expect(await restarted.update()).toBe('ready');
    expect(await word(restarted.flip())).toBe('one');
    expect((await restarted.readiness()).missing).toEqual([]);
  });

  test('a file lost while the release is open is repaired quietly', async () => {
    await shelf.remove(await textPath());
    expect((await library.readiness()).missing).toEqual(['text.ja']);
    expect(await library.update()).toBe('current');
    expect((await library.readiness()).missing).toEqual([]);
  });

  test('a staged release that lost a file is not flipped', async () => {
    server.publish('two');
    await library.update();
    await shelf.remove(await textPath());
    expect(await library.flip()).toBeNull();
    expect(await word(createLibrary(deps).openCurrent())).toBe('one');
  });

  test('a full device keeps the release it has', async () => {
    server.publish('two');
    shelf.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
    expect(await library.update()).toBe('no_room');
    expect(await word(library.openCurrent())).toBe('one');
  });
});

describe('readiness', () => {
  beforeEach(() => settle(server, library));

  test.each([
    ['all is there', [], { shell: true, missing: [] }],
    ['a shell file is missing', ['/'], { shell: false, missing: ['/'] }],
    ['no worker answers', null, { shell: false, missing: [] }],
  ])('%s', async (_, lacking, want) => {
    const asked = createLibrary({ ...deps, missingFromShell: async () => lacking });
    expect(await asked.readiness()).toEqual(want);
  });
});

test('the directory is read when it is first asked for, once', async () => {
  server.publish('one');
  await library.update();
  const release = await library.flip();
  const parse = vi.spyOn(JSON, 'parse');
  expect(release?.directory()).toEqual({ name: 'directory' });
  expect(release?.directory()).toBe(release?.directory());
  expect(parse).toHaveBeenCalledTimes(1);
});
