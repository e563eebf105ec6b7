// @vitest-environment node
import { beforeEach, describe, expect, test } from 'vitest';
import { emptyDevice, FakeServer, settle, word } from '../testing/releases';
import { createLibrary, type Library, type LibraryDeps } from './library';
import { CURRENT, memoryShelf, type Shelf } from './shelf';

let server: FakeServer;
let shelf: Shelf;
let deps: LibraryDeps;
let library: Library;

beforeEach(() => {
  server = new FakeServer();
  ({ shelf, deps, library } = emptyDevice(server));
});

const full = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));

describe('a device that fills up in the flip', () => {
  const refusePointer = () => {
    const { put } = shelf;
    shelf.put = (path, data) => (path === CURRENT ? full() : put(path, data));
  };

  test('shows its first release all the same, and is not called ready', async () => {
    server.publish('one');
    refusePointer();
    await library.update();
    expect(await word(library.flip())).toBe('one');
    expect((await library.readiness()).missing).toEqual([CURRENT]);
  });

  test('keeps the release it has', async () => {
    await settle(server, library);
    server.publish('two');
    refusePointer();
    await library.update();
    expect(await library.flip()).toBeNull();
    expect(await word(library.openCurrent())).toBe('one');
  });

  test('takes the new one though the old cannot be cleared away', async () => {
    await settle(server, library);
    server.publish('two');
    await library.update();
    shelf.remove = full;
    expect(await word(library.flip())).toBe('two');
  });
});

describe('a device without room for a new release', () => {
  /** Room for some files; what is put over another takes none. */
  const room = (files: number) => {
    const { put } = shelf;
    shelf.put = async (path, data) => {
      const paths = await shelf.paths();
      return paths.includes(path) || paths.length < files ? put(path, data) : full();
    };
  };

  test('makes room by letting go of what nobody needs any more', async () => {
    await settle(server, library);
    for (const next of ['two', 'three']) {
      server.publish(next);
      await library.update(); // what was never taken, and then was replaced on the server, lies about
    }
    room((await shelf.paths()).length);
    server.publish('four');
    expect(await library.update()).toBe('ready');
    expect(await word(library.flip())).toBe('four');
  });

  test('says so, again and again, and keeps the one it has', async () => {
    await settle(server, library);
    room((await shelf.paths()).length);
    server.publish('two');
    for (const _ of [1, 2]) expect(await library.update()).toBe('no_room');
    expect(await word(createLibrary(deps).openCurrent())).toBe('one');
  });

  test('says so on the first visit, and works until the page closes', async () => {
    room(3);
    server.publish('one');
    expect(await library.update()).toBe('ready');
    expect(await word(library.flip())).toBe('one');
    expect(await library.update()).toBe('no_room');
  });
});

describe('a browser that keeps nothing', () => {
  test('a refusing cache still lets the app work online, and is not called ready', async () => {
    const refuse = () => Promise.reject(new DOMException('no', 'SecurityError'));
    library = createLibrary({
      ...deps,
      shelf: { lasting: true, get: refuse, put: refuse, remove: refuse, paths: refuse },
    });
    server.publish('one');
    expect(await library.openCurrent()).toBeNull();
    expect(await library.update()).toBe('ready');
    expect(await word(library.flip())).toBe('one');
    expect(await library.readiness()).toEqual({ shell: false, missing: [CURRENT] });
  });

  test('plain http works from memory, unverified, and is not called ready', async () => {
    library = createLibrary({ ...deps, shelf: memoryShelf(), sha256: null });
    server.publish('one');
    expect(await library.update()).toBe('ready');
    expect(await word(library.flip())).toBe('one');
    expect((await library.readiness()).shell).toBe(false);
  });
});
