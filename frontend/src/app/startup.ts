import { batch } from '@preact/signals';
import { consultation } from '../consultation/consultation';
import { days } from '../consultation/day';
import { settleAddress } from '../consultation/history';
import { registerWorker } from '../register';
import { library } from '../release/library';
import type { Release } from '../release/types';
import { setText } from '../text/text';
import { chrome, her, SOURCE } from '../text/words';
import { current, leaveRegion, newBuild, newRelease, readyOffline, regionFailed, updateFault } from './current';
import { topics } from './draft';
import { lacking, speakAgain } from './language';
import { loadMore, whenQuiet } from './more';

/** How often the clock is read while the app stays in view. */
const CLOCK_MS = 60_000;

function use(release: Release): void {
  batch(() => {
    // First, for it refuses while a consultation runs: words and guidance must not come from two releases.
    consultation.use(release.guide);
    setText(release.text, { terms: release.guide.terms });
    current.value = release;
    settleAddress(release.region?.code ?? null);
    const offered = consultation.fact('topic')?.options ?? [];
    topics.value = topics.value.filter((id) => offered.includes(id));
    her.value = SOURCE;
    chrome.value = SOURCE;
  });
  void speakAgain();
}

/** Opens what is on the device; on the very first visit downloads it. False: nothing is here and nothing can be fetched. */
export async function open(): Promise<boolean> {
  const code = linkedRegion();
  let release = await library.openCurrent();
  const linked = code !== null && release?.region?.code !== code ? await library.join(code) : null;
  const found = linked === null || linked === 'unknown' || linked === 'offline' ? null : linked;
  if (found === 'ready' || (!release && (found ?? (await library.update())) === 'ready')) {
    release = (await library.flip()) ?? release;
  }
  if (!release) return false;
  regionFailed.value =
    linked === null || linked === 'ready' || linked === 'current' ? null : linked === 'unknown' ? 'unknown' : 'later';
  leaveRegion.value = () => joinRegion(null);
  use(release);
  return true;
}

/** The region whose link opened the app. */
function linkedRegion(): string | null {
  return /^\/r\/([a-z0-9-]{2,24})$/.exec(location.pathname)?.[1] ?? null;
}

/** Takes a region up, or the national text for null, and shows it. Only while no consultation runs. */
export async function joinRegion(code: string | null): Promise<boolean> {
  if (consultation.running.value || (await library.join(code)) !== 'ready') return false;
  await flip();
  return true;
}

/** Waits until it is worth trying again: the network is back, or the button is pressed. Never a matter of time. */
export function askedAgain(button: EventTarget | null): Promise<void> {
  return new Promise((resolve) => {
    const heard = () => {
      window.removeEventListener('online', heard);
      button?.removeEventListener('click', heard);
      resolve();
    };
    window.addEventListener('online', heard);
    button?.addEventListener('click', heard);
  });
}

/** Shows an opened release, or keeps it until the consultation that began meanwhile is over. */
function take(release: Release): void {
  newRelease.value = consultation.running.value ? () => take(release) : null;
  if (!newRelease.value) use(release);
}

async function flip(): Promise<void> {
  if (consultation.running.value) return;
  const release = await library.flip();
  if (release) return take(release);
  // Another tab took it, or a file of it was lost: it is looked for again.
  newRelease.value = null;
  await look();
}

async function look(): Promise<void> {
  days.refresh();
  const found = await library.update();
  updateFault.value = found === 'newer_schema' || found === 'no_room' || found === 'broken' ? found : null;
  if (found === 'ready') newRelease.value = flip;
  else if (found === 'current' && newRelease.value === flip) newRelease.value = null; // withdrawn
  const [{ shell, missing }, whole] = await Promise.all([library.readiness(), loadMore()]);
  readyOffline.value = shell && missing.length === 0 && whole;
  if (lacking.value !== null) await speakAgain();
}

/** Loads the page anew; not under a consultation that began while the new build took over. */
function reload(): void {
  if (consultation.running.value) newBuild.value = reload;
  else location.reload();
}

/** Keeps the guide complete and current: at the start, whenever the page comes back, and when a new build waits. */
export async function keepFresh(): Promise<void> {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void look();
  });
  // A tablet that stands in view for days is never hidden: its day must change at midnight all the same.
  setInterval(() => {
    const before = days.today.value;
    days.refresh();
    if (days.today.value !== before) void look();
  }, CLOCK_MS);
  // Before the worker fills its cache: it then finds the file in that of the browser.
  await whenQuiet();
  await loadMore();
  await registerWorker((apply) => {
    newBuild.value = () => {
      if (!consultation.running.value) apply();
    };
  }, reload);
  await look();
}
