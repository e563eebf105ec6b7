import { afterEach, expect, it, vi } from 'vitest';
import { followAway } from './away';

afterEach(() => vi.restoreAllMocks());

it('marks the page while it is out of view, and only then', () => {
  const marked = () => document.documentElement.hasAttribute('data-away');
  const become = (state: DocumentVisibilityState) => {
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
    document.dispatchEvent(new Event('visibilitychange'));
  };
  const stop = followAway();
  expect(marked()).toBe(false);
  become('hidden');
  expect(marked()).toBe(true);
  become('visible');
  expect(marked()).toBe(false);
  stop();
  become('hidden');
  expect(marked()).toBe(false);
});
