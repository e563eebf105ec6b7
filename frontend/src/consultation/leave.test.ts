// @vitest-environment node
import { expect, test, vi } from 'vitest';
import { onLeave } from './leave';

const fire = (target: EventTarget, type: string, persisted = false) =>
  target.dispatchEvent(Object.assign(new Event(type), { persisted }));

test('leaving wipes at once, and a page the browser kept comes back wiped', () => {
  const target = new EventTarget();
  const calls: string[] = [];
  onLeave(
    () => calls.push('wipe'),
    () => calls.push('restore'),
    target,
  );
  fire(target, 'pagehide', true);
  expect(calls).toEqual(['wipe']);
  fire(target, 'pageshow', true);
  expect(calls).toEqual(['wipe', 'wipe', 'restore']);
});

test('an ordinary load wipes nothing', () => {
  const target = new EventTarget();
  const wipe = vi.fn();
  onLeave(wipe, wipe, target);
  fire(target, 'pageshow');
  expect(wipe).not.toHaveBeenCalled();
});

test('stops listening', () => {
  const target = new EventTarget();
  const wipe = vi.fn();
  onLeave(wipe, wipe, target)();
  fire(target, 'pagehide');
  expect(wipe).not.toHaveBeenCalled();
});
