import { afterEach, expect, test, vi } from 'vitest';
import { loadMore, type More, more, moreFailed } from './more';

const part = { MoreView: () => null } as unknown as More;

afterEach(() => {
  more.value = null;
  moreFailed.value = false;
});

test('a part that failed to load is loaded when it is asked for again, and then never more', async () => {
  const load = vi.fn().mockRejectedValueOnce(new TypeError('no network')).mockResolvedValue(part);
  expect(await loadMore(load)).toBe(false);
  expect([more.value, moreFailed.value]).toEqual([null, true]);
  const again = loadMore(load);
  expect(moreFailed.value).toBe(false);
  expect(await again).toBe(true);
  expect(await loadMore(load)).toBe(true);
  expect([more.value, load.mock.calls.length]).toEqual([part, 2]);
});
