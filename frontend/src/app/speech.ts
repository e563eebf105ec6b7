// Reading aloud by a voice of this device. A voice of a service would send her words away: none of those is ever used.
import { signal } from '@preact/signals';
import { blocks, linesOf } from '../text/blocks';
import { EASY, SOURCE } from '../text/words';

/** What is said, as it is shown. */
export interface Speech {
  readonly lang: string;
  readonly texts: readonly string[];
}

const voices = signal<readonly SpeechSynthesisVoice[]>([]);

/** What is being read now. */
export const reading = signal<Speech | null>(null);

/** Other names under which devices list a language. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  [EASY]: [SOURCE],
  'zh-Hans': ['zh-cn', 'zh-hans', 'zh-sg', 'cmn-hans', 'cmn-cn'],
  tl: ['tl', 'fil'],
  'pt-BR': ['pt-br', 'pt'],
  id: ['id', 'in'],
};

/** A voice of this device for a language; null where it has none. */
export function voiceFor(lang: string): SpeechSynthesisVoice | null {
  for (const name of NAMES[lang] ?? [lang]) {
    const fits = ({ lang: own, localService }: SpeechSynthesisVoice) => {
      const tag = own.toLowerCase().replaceAll('_', '-');
      return localService === true && (tag === name || tag.startsWith(`${name}-`));
    };
    const found = voices.value.find(fits);
    if (found) return found;
  }
  return null;
}

const synthesis = () => globalThis.speechSynthesis as SpeechSynthesis | undefined;

/** Stops at once. */
export function hush(): void {
  if (reading.value === null) return;
  reading.value = null;
  synthesis()?.cancel();
}

/** Reads texts aloud, line after line; what was being read stops. */
export function readAloud(speech: Speech): void {
  const voice = voiceFor(speech.lang);
  const engine = synthesis();
  if (!voice || !engine) return;
  hush();
  const lines = speech.texts.flatMap((text) => linesOf(blocks(text)));
  reading.value = speech;
  lines.forEach((line, i) => {
    const utterance = new SpeechSynthesisUtterance(line);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = 0.9;
    const ended = () => {
      if (reading.value === speech) reading.value = null;
    };
    utterance.onerror = ended;
    if (i === lines.length - 1) utterance.onend = ended;
    engine.speak(utterance);
  });
}

/** Follows the voices of the device, which come in late on many, and stops when nobody is to hear it any more. */
export function followVoices(): void {
  const engine = synthesis();
  if (!engine) return;
  const look = () => {
    voices.value = engine.getVoices();
  };
  look();
  engine.addEventListener?.('voiceschanged', look);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') hush();
  });
  window.addEventListener('pagehide', hush);
}
