// @vitest-environment node
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { missingFromShell } from './shell';

class FakeWorker extends EventTarget {
  state: ServiceWorkerState = 'activated';
  constructor(
    readonly answer: string[] | null,
    readonly repaired: string[] = [],
  ) {
    super();
  }
  postMessage({ type }: { type: string }, [port]: [MessagePort]) {
    const answer = type === 'MISSING' ? this.answer : this.repaired;
    if (answer) port.postMessage(answer);
  }
  become(state: ServiceWorkerState) {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}

let registration: { active: FakeWorker | null; waiting: null; installing: FakeWorker | null } | undefined;

beforeEach(() => {
  vi.stubGlobal('navigator', { serviceWorker: { getRegistration: async () => registration } });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('gives what the active worker says is missing after it tried to fetch it', async () => {
  registration = { active: new FakeWorker(['/', '/a.js'], ['/']), waiting: null, installing: null };
  expect(await missingFromShell()).toEqual(['/']);
  registration = { active: new FakeWorker(['/']), waiting: null, installing: null };
  expect(await missingFromShell()).toEqual([]);
});

test.each<[string, ServiceWorkerState, string[] | null]>([
  ['gives its answer once it is active', 'activated', []],
  ['is as good as none when it fails', 'redundant', null],
])('a first worker still installing %s', async (_, state, want) => {
  const worker = new FakeWorker([]);
  worker.state = 'installing';
  registration = { active: null, waiting: null, installing: worker };
  const asked = missingFromShell();
  await new Promise((resolve) => setImmediate(resolve));
  worker.become('installed');
  worker.become(state);
  expect(await asked).toEqual(want);
});

test('a worker that does not answer is as good as none', async () => {
  vi.useFakeTimers();
  registration = { active: new FakeWorker(null), waiting: null, installing: null };
  const asked = missingFromShell();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(await asked).toBeNull();
});

test('without a worker, or without support, there is no shell', async () => {
  registration = undefined;
  expect(await missingFromShell()).toBeNull();
  vi.stubGlobal('navigator', {});
  expect(await missingFromShell()).toBeNull();
});
