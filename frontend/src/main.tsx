import { render } from 'preact';
import { App } from './app/App';
import { followAway } from './app/away';
import { uncover } from './app/cover';
import { endConsultation } from './app/flow';
import { watchIdle } from './app/idle';
import { followLanguage } from './app/language';
import { nav } from './app/screen';
import { followSize } from './app/settings';
import { followVoices } from './app/speech';
import { askedAgain, keepFresh, open } from './app/startup';
import { onLeave } from './consultation/leave';

const root = document.getElementById('app');
const boot = document.getElementById('boot');

function show(): void {
  if (root) render(<App />, root);
}

/** Nothing of a consultation is left for the browser to freeze with the page. */
function wipe(): void {
  if (root) render(null, root);
  uncover();
  endConsultation();
}

function tell(state: 'loading' | 'failed'): void {
  if (boot) boot.dataset.state = state;
}

async function start(): Promise<void> {
  followAway();
  followSize();
  followLanguage();
  while (!(await open().catch(() => false))) {
    tell('failed');
    await askedAgain(document.getElementById('again'));
    tell('loading');
  }
  boot?.remove(); // its numbers are for when there is nothing else
  nav.listen();
  watchIdle();
  followVoices();
  show();
  onLeave(wipe, show);
  await keepFresh();
}

void start();
