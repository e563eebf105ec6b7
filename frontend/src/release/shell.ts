// Asks the service worker which of its files are missing on the device, and to fetch those.

/** How long a worker may take to answer before it counts as not there. */
const PATIENCE = 3_000;

/** How long it may take to fetch what is missing. */
const REPAIR_PATIENCE = 60_000;

/**
 * The shell files the worker lacks, after it has tried to fetch them; null when there is no worker, its installation
 * failed, or it does not answer.
 */
export async function missingFromShell(): Promise<string[] | null> {
  const registration = await navigator.serviceWorker?.getRegistration('/').catch(() => undefined);
  const worker = registration && (await inCharge(registration));
  if (!worker) return null;
  const missing = await ask(worker, 'MISSING', PATIENCE);
  return missing?.length ? ask(worker, 'REPAIR', REPAIR_PATIENCE) : missing;
}

/** Puts a question to the worker; null when it does not answer. */
function ask(worker: ServiceWorker, type: 'MISSING' | 'REPAIR', patience: number): Promise<string[] | null> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const done = (missing: string[] | null) => {
      clearTimeout(timer);
      port1.close();
      resolve(missing);
    };
    const timer = setTimeout(done, patience, null);
    port1.onmessage = (event: MessageEvent<string[]>) => done(event.data);
    worker.postMessage({ type }, [port2]);
  });
}

/** The active worker. On the first visit it is still being installed: then the answer waits until that is over. */
async function inCharge({ active, waiting, installing }: ServiceWorkerRegistration): Promise<ServiceWorker | null> {
  const worker = active ?? waiting ?? installing;
  if (!worker || worker === active) return worker;
  return new Promise((resolve) => {
    const look = () => {
      if (worker.state !== 'activated' && worker.state !== 'redundant') return;
      worker.removeEventListener('statechange', look);
      resolve(worker.state === 'activated' ? worker : null);
    };
    worker.addEventListener('statechange', look);
    look();
  });
}
