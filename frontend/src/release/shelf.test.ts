// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { cacheShelf, memoryShelf } from './shelf';

/** The parts of the Cache API a shelf uses, for paths of one origin. */
function fakeCaches() {
  const opened = new Map<string, Map<string, Response>>();
  const key = (path: string) => new URL(path, 'http://localhost').href;
  const storage = {
    async open(name: string) {
      const files = opened.get(name) ?? new Map<string, Response>();
      opened.set(name, files);
      return {
        match: async (path: string) => files.get(key(path))?.clone(),
        put: async (path: string, response: Response) => void files.set(key(path), response),
        delete: async (path: string) => files.delete(key(path)),
        keys: async () => [...files.keys()].map((url) => ({ url })),
      };
    },
  };
  return { storage: storage as unknown as CacheStorage, opened };
}

describe.each([
  ['cache', () => cacheShelf(fakeCaches().storage), true],
  ['memory', memoryShelf, false],
])('the %s shelf', (_, create, lasting) => {
  test('gives back what it was given, until it is removed', async () => {
    const shelf = create();
    expect(shelf.lasting).toBe(lasting);
    expect(await shelf.get('/content/a')).toBeNull();
    await shelf.put('/content/a', new TextEncoder().encode('文'));
    await shelf.put('/content/b', new TextEncoder().encode('b'));
    expect(new TextDecoder().decode((await shelf.get('/content/a')) ?? undefined)).toBe('文');
    await shelf.remove('/content/a');
    expect(await shelf.paths()).toEqual(['/content/b']);
  });
});

test('content has a cache of its own, which no worker removes', async () => {
  const { storage, opened } = fakeCaches();
  await cacheShelf(storage).put('/content/a', new Uint8Array());
  expect([...opened.keys()]).toEqual(['content']);
});
