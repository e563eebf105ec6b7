import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cover, uncover } from './cover';
import { followVoices, hush, readAloud, reading, voiceFor } from './speech';

const voice = (lang: string, localService = true) => ({ lang, localService, name: lang }) as SpeechSynthesisVoice;

/** A device's engine: it keeps what it is told to say until somebody ends it. */
class FakeSpeech extends EventTarget {
  voices: SpeechSynthesisVoice[] = [];
  said: SpeechSynthesisUtterance[] = [];
  getVoices = () => this.voices;
  speak = (one: SpeechSynthesisUtterance) => void this.said.push(one);
  cancel = vi.fn(() => {
    this.said = [];
  });
}

class FakeUtterance {
  onend: (() => void) | null = null;
  constructor(readonly text: string) {}
}

let engine: FakeSpeech;

beforeEach(() => {
  engine = new FakeSpeech();
  vi.stubGlobal('speechSynthesis', engine);
  vi.stubGlobal('SpeechSynthesisUtterance', FakeUtterance);
  followVoices();
});
afterEach(() => {
  hush();
  uncover();
  vi.unstubAllGlobals();
});

function has(...voices: SpeechSynthesisVoice[]): void {
  engine.voices = voices;
  engine.dispatchEvent(new Event('voiceschanged'));
}

test.each([
  ['vi', voice('vi-VN')],
  ['vi', voice('vi_VN')],
  ['tl', voice('fil-PH')],
  ['zh-Hans', voice('zh-CN')],
  ['ja-Hira', voice('ja-JP')],
  ['pt-BR', voice('pt-PT')],
])('a voice for %s is found by the name the device gives it', (lang, own) => {
  has(voice('xx'), own);
  expect(voiceFor(lang)).toBe(own);
});

test('the voice of a service is none, nor that of another kind of Chinese', () => {
  has(voice('vi-VN', false), voice('zh-TW'));
  expect([voiceFor('vi'), voiceFor('zh-Hans')]).toEqual([null, null]);
  readAloud({ lang: 'vi', texts: ['a'] });
  expect([engine.said, reading.value]).toEqual([[], null]);
});

test('voices that come in late are heard of', () => {
  expect(voiceFor('th')).toBeNull();
  has(voice('th-TH'));
  expect(voiceFor('th')).not.toBeNull();
});

test('every line is read, and then it is over', () => {
  has(voice('vi-VN'));
  readAloud({ lang: 'vi', texts: ['a\n- b', 'c'] });
  expect(engine.said.map(({ text }) => text)).toEqual(['a', 'b', 'c']);
  expect(reading.value?.lang).toBe('vi');
  engine.said.at(-1)?.onend?.(new Event('end') as SpeechSynthesisEvent);
  expect(reading.value).toBeNull();
});

test.each([
  ['covered', cover],
  ['hidden', () => document.dispatchEvent(new Event('visibilitychange'))],
  ['left', () => window.dispatchEvent(new Event('pagehide'))],
])('nothing is heard any more once the screen is %s', (_, happen) => {
  has(voice('vi-VN'));
  readAloud({ lang: 'vi', texts: ['a'] });
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  happen();
  expect([engine.said, reading.value]).toEqual([[], null]);
});
