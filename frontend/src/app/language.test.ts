import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Release } from '../release/types';
import { sampleGuide } from '../testing/sample';
import { chrome, her, sentence, setText } from '../text/words';
import { current } from './current';
import { chosen, forgetHer, lacking, speak, speakAgain, speakChrome } from './language';

/** A release whose blobs of words are on the device, or come later. */
function release(blobs: Record<string, Record<string, string>>): Release {
  const load = async <T>(name: string) => (blobs[name] ? ({ locale: '', messages: blobs[name] } as T) : null);
  return { id: 'r', guide: sampleGuide, load } as unknown as Release;
}

const blobs: Record<string, Record<string, string>> = {};

beforeEach(() => {
  setText({ locale: 'ja', messages: {} });
  for (const name of Object.keys(blobs)) delete blobs[name];
  Object.assign(blobs, { 'text.vi': { a: 'vi' }, 'text.en': { a: 'en' }, 'counselor.en': { b: 'en' } });
  current.value = release(blobs);
});
afterEach(async () => {
  await speak('ja');
  await speakChrome('ja');
  current.value = null;
});

test('her language is shown once its words are there', async () => {
  const coming = speak('vi');
  expect([chosen.value, her.value]).toEqual(['vi', 'ja']);
  await coming;
  expect([her.value, sentence('vi', 'a')?.text]).toEqual(['vi', 'vi']);
});

test('a language that is not on the device says so, stays Japanese, and comes as soon as it is there', async () => {
  await speak('th');
  expect([her.value, lacking.value]).toEqual(['ja', 'th']);
  blobs['text.th'] = { a: 'th' };
  await speakAgain();
  expect([her.value, lacking.value]).toEqual(['th', null]);
});

test('the end forgets it, also while it was being read', async () => {
  const coming = speak('vi');
  forgetHer();
  await coming;
  expect([chosen.value, her.value]).toEqual(['ja', 'ja']);
});

test('a language chosen after another wins', async () => {
  await Promise.all([speak('vi'), speak('en')]);
  expect(her.value).toBe('en');
});

test("the counselor's own language needs both of its files", async () => {
  await speakChrome('en');
  expect([chrome.value, sentence('en', 'b')?.text, sentence('en', 'a')?.text]).toEqual(['en', 'en', 'en']);
  delete blobs['counselor.en'];
  current.value = release(blobs);
  await speakChrome('en');
  expect(chrome.value).toBe('ja');
});
