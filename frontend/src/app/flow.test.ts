import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { consultation } from '../consultation/consultation';
import { beginSample } from '../testing/sample';
import { sheetDetail } from '../views/result/sheetDetail';
import { cover, uncover } from './cover';
import { endConsultation } from './flow';
import { watchIdle } from './idle';
import { chosen, speak } from './language';
import { lookUpWithin, typed } from './lookup';
import { nav } from './screen';

const LONG = 10 * 60_000;

beforeEach(() => {
  vi.useFakeTimers();
  beginSample();
});
afterEach(() => {
  endConsultation();
  uncover();
  vi.useRealTimers();
  document.body.replaceChildren();
});

test('the end takes back the choice of the long paper', () => {
  sheetDetail.value = true;
  endConsultation();
  expect(sheetDetail.value).toBe(false);
});

test('the end under the cover lets go of what was under it', () => {
  const button = document.body.appendChild(document.createElement('button'));
  button.focus();
  cover();
  endConsultation();
  button.blur();
  uncover();
  vi.runAllTimers();
  expect(document.activeElement).not.toBe(button);
});

test('a contact that was looked up is forgotten after a while, though the field is empty again', () => {
  consultation.end();
  const stop = watchIdle();
  typed.value = 'a town';
  nav.go({ name: 'contact', id: 'municipality-00000' });
  lookUpWithin(undefined);
  vi.advanceTimersByTime(LONG);
  expect([nav.screen.value, nav.depth.value]).toEqual([{ name: 'home' }, 0]);
  stop();
});

test('a language chosen for her is forgotten after a while, before any consultation too', () => {
  consultation.end();
  const stop = watchIdle();
  void speak('vi');
  vi.advanceTimersByTime(LONG);
  expect(chosen.value).toBe('ja');
  stop();
});
