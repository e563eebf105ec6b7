import { consultation } from '../consultation/consultation';
import { days } from '../consultation/day';
import { registerWorker } from '../register';
import { library } from '../release/library';
import type { Release } from '../release/types';
import { setText } from '../text/text';
import { current, pending, readyOffline } from './current';

function use(release: Release): void {
  setText(release.text);
  consultation.use(release.guide);
  current.value = release;
}

/** Opens what is on the device; on the very first visit downloads it. False: nothing is here and nothing can be fetched. */
export async function open(): Promise<boolean> {
  let release = await library.openCurrent();
  if (!release && (await library.update()) === 'ready') release = await library.flip();
  if (!release) return false;
  use(release);
  return true;
}

async function flip(): Promise<void> {
  if (consultation.running.value) return;
  const release = await library.flip();
  pending.value = null;
  if (release) use(release);
}

async function look(): Promise<void> {
  days.refresh();
  if ((await library.update()) === 'ready') pending.value = flip;
  const { shell, missing } = await library.readiness();
  readyOffline.value = shell && missing.length === 0;
}

/** Keeps the guide complete and current: at the start, whenever the page comes back, and when a new build waits. */
export async function keepFresh(): Promise<void> {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void look();
  });
  await registerWorker((apply) => {
    pending.value = () => {
      if (!consultation.running.value) apply();
    };
  });
  await look();
}
