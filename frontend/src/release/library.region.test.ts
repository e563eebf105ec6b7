// @vitest-environment node
import { beforeEach, expect, test } from 'vitest';
import { emptyDevice, FakeServer, hash, settle } from '../testing/releases';
import { createLibrary, type Library, type LibraryDeps } from './library';
import type { Shelf } from './shelf';

let server: FakeServer;
let shelf: Shelf;
let deps: LibraryDeps;
let library: Library;

beforeEach(async () => {
  server = new FakeServer();
  ({ shelf, deps, library } = emptyDevice(server));
  await settle(server, library);
  server.publishRegion('28381', '稲美町', '%PDF-1.7');
});

/** Takes a region up, as its link does. */
async function join(code: string | null) {
  const found = await library.join(code);
  return [found, found === 'ready' ? ((await library.flip())?.region?.name ?? null) : null];
}

test('a region is taken up in one step, with its leaflets, and kept', async () => {
  expect(await join('28381')).toEqual(['ready', '稲美町']);
  expect(await library.readiness()).toEqual({ shell: true, missing: [] });
  expect(await shelf.get(`/files/${hash('%PDF-1.7')}.pdf`)).not.toBeNull();
  server.online = false;
  const again = createLibrary(deps);
  expect((await again.openCurrent())?.region?.name).toBe('稲美町');
});

test('the region follows what the region publishes, not what is national', async () => {
  await join('28381');
  server.publish('two');
  expect(await library.update()).toBe('current');
  server.publishRegion('28381', '稲美町', '%PDF-1.7 two');
  expect(await library.update()).toBe('ready');
  expect((await library.flip())?.text.messages.word).toBe('two');
  expect(await library.readiness()).toEqual({ shell: true, missing: [] });
});

test('a region the server does not know changes nothing', async () => {
  expect(await join('13112')).toEqual(['unknown', null]);
  expect(await library.update()).toBe('current');
  await join('28381');
  expect(await join('13112')).toEqual(['unknown', null]);
  expect((await createLibrary(deps).openCurrent())?.region?.code).toBe('28381');
});

test('without a network a region cannot be taken up, and nothing changes', async () => {
  server.online = false;
  expect(await join('28381')).toEqual(['offline', null]);
  server.online = true;
  expect(await library.update()).toBe('current');
});

test('leaving a region brings the national text back', async () => {
  await join('28381');
  expect(await join(null)).toEqual(['ready', null]);
  expect((await createLibrary(deps).openCurrent())?.region).toBeNull();
});

test('a region that the server no longer knows gives way to the national text', async () => {
  await join('28381');
  server.files.delete('/content/region/28381.json');
  expect(await library.update()).toBe('ready');
  expect((await library.flip())?.region).toBeNull();
});

test.each([
  [
    'answers nothing but that it knows no page',
    (path: string) => path.includes('manifest') || path.includes('/region/'),
  ],
  ['lost a file of the release', (path: string) => path.endsWith(`${hash('%PDF-1.7 two')}.pdf`)],
])('a server that %s takes no region away', async (_, lost) => {
  await join('28381');
  server.publishRegion('28381', '稲美町', '%PDF-1.7 two');
  for (const path of [...server.files.keys()].filter(lost)) server.files.delete(path);
  expect(await library.update()).toBe('offline');
  expect((await createLibrary(deps).openCurrent())?.region?.code).toBe('28381');
});
