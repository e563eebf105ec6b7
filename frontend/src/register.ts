// Registers the service worker and offers its updates. Nothing here reloads the page unless asked to.

/** Takes an update into use and loads the page anew, once. Only while no consultation runs. */
export type ApplyUpdate = () => void;

const URL_OF_WORKER = '/sw.js'; // for ever: a moved worker could never be replaced

/** Registering is a script sink: under `require-trusted-types-for 'script'` it wants the policy `sw`. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

function workerUrl(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const rules = {
    createScriptURL(url: string) {
      if (url !== URL_OF_WORKER) throw new TypeError(`not the service worker: ${url}`);
      return url;
    },
  };
  return (trustedTypes?.createPolicy('sw', rules) ?? rules).createScriptURL(URL_OF_WORKER);
}

/**
 * Registers the worker. `onUpdate` is called for every update that is ready, one that already waits at the start
 * included, with the way to apply it. Without worker support the app works online, and its badge says so.
 */
export async function registerWorker(
  onUpdate: (apply: ApplyUpdate) => void,
  reload: () => void = () => location.reload(),
): Promise<void> {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (!workers) return;

  // A first worker taking over a fresh page is no update.
  let controlled = workers.controller !== null;
  let applying = false;
  workers.addEventListener('controllerchange', () => {
    const update = controlled;
    controlled = true;
    if (applying) {
      applying = false; // once
      reload();
    } else if (update) {
      onUpdate(reload); // another tab applied it; this page may be in the middle of a consultation
    }
  });

  const offer = (worker: ServiceWorker) =>
    onUpdate(() => {
      applying = true;
      worker.postMessage({ type: 'SKIP_WAITING' });
    });
  const watch = (worker: ServiceWorker | null) =>
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && workers.controller) offer(worker);
    });

  let registration: ServiceWorkerRegistration;
  try {
    registration = await workers.register(workerUrl(), { scope: '/', updateViaCache: 'none' });
  } catch {
    return; // a private window or a closed setting: not offline-capable, nothing else
  }
  if (registration.waiting && workers.controller) offer(registration.waiting);
  watch(registration.installing);
  registration.addEventListener('updatefound', () => watch(registration.installing));

  // Home-screen apps are rarely closed, so the start alone would not do.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') registration.update().catch(() => undefined);
  });
}
