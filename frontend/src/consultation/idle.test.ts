// @vitest-environment node
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createIdle } from './idle';

let target: EventTarget;
let onEnd: ReturnType<typeof vi.fn<() => void>>;
let idle: ReturnType<typeof createIdle>;

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  target = new EventTarget();
  onEnd = vi.fn<() => void>();
  idle = createIdle({ onEnd, target });
});
afterEach(() => {
  idle.stop();
  vi.useRealTimers();
});

const minutes = (n: number) => n * 60_000;

test('warns after four minutes and ends thirty seconds later', () => {
  idle.start();
  vi.advanceTimersByTime(minutes(4) - 1_000);
  expect(idle.secondsLeft.value).toBeNull();
  vi.advanceTimersByTime(1_000);
  expect(idle.secondsLeft.value).toBe(30);
  vi.advanceTimersByTime(29_000);
  expect([idle.secondsLeft.value, onEnd.mock.calls.length]).toEqual([1, 0]);
  vi.advanceTimersByTime(1_000);
  expect([idle.secondsLeft.value, onEnd.mock.calls.length]).toEqual([null, 1]);
  vi.advanceTimersByTime(minutes(10));
  expect(onEnd).toHaveBeenCalledTimes(1);
});

test.each(['pointerdown', 'keydown', 'input', 'wheel', 'scroll'])('%s takes the warning back', (sign) => {
  idle.start();
  vi.advanceTimersByTime(minutes(4));
  target.dispatchEvent(new Event(sign));
  expect(idle.secondsLeft.value).toBeNull();
  vi.advanceTimersByTime(minutes(4) - 1_000);
  expect(idle.secondsLeft.value).toBeNull();
  expect(onEnd).not.toHaveBeenCalled();
});

test('a tablet that slept past the time ends when it wakes, before anything is shown', () => {
  idle.start();
  vi.setSystemTime(minutes(60));
  target.dispatchEvent(new Event('visibilitychange'));
  expect(onEnd).toHaveBeenCalledTimes(1);
});

test('the touch that wakes it does not bring back what should be gone', () => {
  idle.start();
  vi.setSystemTime(minutes(60));
  idle.touch();
  expect(onEnd).toHaveBeenCalledTimes(1);
});

test('a clock set back starts the time anew', () => {
  vi.setSystemTime(minutes(600));
  idle.start();
  vi.setSystemTime(minutes(10));
  vi.advanceTimersByTime(minutes(4) + 1_000);
  expect(idle.secondsLeft.value).toBe(30);
});

test('does nothing before the start and after the stop', () => {
  vi.advanceTimersByTime(minutes(10));
  idle.start();
  idle.stop();
  vi.advanceTimersByTime(minutes(10));
  target.dispatchEvent(new Event('pointerdown'));
  expect(onEnd).not.toHaveBeenCalled();
});
