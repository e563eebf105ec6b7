// Asks the service worker which of its files are missing on the device.

/** How long a worker may take before it counts as not there. */
const PATIENCE = 3_000;

/** The shell files the active worker lacks; null when there is no worker or it does not answer. */
export async function missingFromShell(): Promise<string[] | null> {
  const worker = (await navigator.serviceWorker?.getRegistration('/').catch(() => undefined))?.active;
  if (!worker) return null;
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const done = (missing: string[] | null) => {
      clearTimeout(timer);
      port1.close();
      resolve(missing);
    };
    const timer = setTimeout(done, PATIENCE, null);
    port1.onmessage = (event: MessageEvent<string[]>) => done(event.data);
    worker.postMessage({ type: 'MISSING' }, [port2]);
  });
}
