import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type ApplyUpdate, registerWorker } from './register';

class FakeWorker extends EventTarget {
  state: ServiceWorkerState = 'installing';
  postMessage = vi.fn();
  become(state: ServiceWorkerState) {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}

class FakeRegistration extends EventTarget {
  waiting: FakeWorker | null = null;
  installing: FakeWorker | null = null;
  update = vi.fn(async () => undefined);
  find(worker: FakeWorker) {
    this.installing = worker;
    this.dispatchEvent(new Event('updatefound'));
  }
}

class FakeWorkers extends EventTarget {
  controller: FakeWorker | null = null;
  registration = new FakeRegistration();
  register = vi.fn(async (_url: string, _options: object) => this.registration);
  takeOver(worker: FakeWorker) {
    this.controller = worker;
    this.dispatchEvent(new Event('controllerchange'));
  }
}

let workers: FakeWorkers;
let offers: ApplyUpdate[];
const reload = vi.fn();
const register = () => registerWorker((apply) => offers.push(apply), reload);

beforeEach(() => {
  workers = new FakeWorkers();
  offers = [];
  reload.mockReset();
  Object.defineProperty(navigator, 'serviceWorker', { value: workers, configurable: true });
});
afterEach(() => {
  Reflect.deleteProperty(navigator, 'serviceWorker');
  Reflect.deleteProperty(globalThis, 'trustedTypes');
});

describe('an update', () => {
  beforeEach(() => {
    workers.controller = new FakeWorker();
  });

  test('that already waits at the start counts', async () => {
    workers.registration.waiting = new FakeWorker();
    await register();
    expect(offers).toHaveLength(1);
  });

  test('counts once it is installed, not while it installs', async () => {
    await register();
    const worker = new FakeWorker();
    workers.registration.find(worker);
    expect(offers).toHaveLength(0);
    worker.become('installed');
    expect(offers).toHaveLength(1);
    worker.become('activating');
    expect(offers).toHaveLength(1);
  });

  test('that was installing at the start counts too', async () => {
    const worker = new FakeWorker();
    workers.registration.installing = worker;
    await register();
    worker.become('installed');
    expect(offers).toHaveLength(1);
  });

  test('is applied on request, and the page reloads once, when the new worker is in charge', async () => {
    const worker = new FakeWorker();
    workers.registration.waiting = worker;
    await register();
    offers[0]?.();
    expect(worker.postMessage).toHaveBeenCalledWith({ type: 'SKIP_WAITING' });
    expect(reload).not.toHaveBeenCalled();
    workers.takeOver(worker);
    workers.takeOver(worker);
    expect(reload).toHaveBeenCalledTimes(1);
  });

  test('applied in another tab does not reload this one, but is offered', async () => {
    await register();
    workers.takeOver(new FakeWorker());
    expect(reload).not.toHaveBeenCalled();
    offers[0]?.();
    expect(reload).toHaveBeenCalledTimes(1);
  });
});

test('the first worker taking over is no update', async () => {
  await register();
  const worker = new FakeWorker();
  workers.registration.find(worker);
  worker.become('installed');
  workers.takeOver(worker);
  expect([offers.length, reload.mock.calls.length]).toEqual([0, 0]);
});

test('the page looks for updates when it comes back into view', async () => {
  await register();
  document.dispatchEvent(new Event('visibilitychange'));
  expect(workers.registration.update).toHaveBeenCalledTimes(1);
});

test('under trusted types the policy lets only the worker through', async () => {
  const policies: string[] = [];
  let rules: { createScriptURL(url: string): string } | undefined;
  Object.assign(globalThis, {
    trustedTypes: {
      createPolicy(name: string, given: { createScriptURL(url: string): string }) {
        policies.push(name);
        rules = given;
        return given;
      },
    },
  });
  await register();
  expect(policies).toEqual(['sw']);
  expect(() => rules?.createScriptURL('https://elsewhere/x.js')).toThrow(TypeError);
  expect(workers.register).toHaveBeenCalledWith('/sw.js', { scope: '/', updateViaCache: 'none' });
});

test('a browser without workers, or one that refuses, is no fault', async () => {
  workers.register.mockRejectedValue(new DOMException('no', 'SecurityError'));
  await expect(register()).resolves.toBeUndefined();
  Reflect.deleteProperty(navigator, 'serviceWorker');
  await expect(register()).resolves.toBeUndefined();
});
