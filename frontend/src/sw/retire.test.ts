// @vitest-environment node
import { expect, test } from 'vitest';
import { retire } from './retire';

test('the kill switch deletes every cache, unregisters, then loads the open pages anew', async () => {
  const calls: string[] = [];
  const page = (url: string, works: boolean) => ({
    url,
    navigate: async () => {
      calls.push(`navigate ${url}`);
      if (!works) throw new TypeError('not controlled');
      return null;
    },
  });
  await retire({
    caches: {
      keys: async () => ['content', 'shell-1'],
      delete: async (name) => calls.push(`delete ${name}`) > 0,
    },
    registration: { unregister: async () => calls.push('unregister') > 0 },
    clients: { matchAll: async () => [page('/closing', false), page('/open', true)] },
  });
  expect(calls).toEqual(['delete content', 'delete shell-1', 'unregister', 'navigate /closing', 'navigate /open']);
});
