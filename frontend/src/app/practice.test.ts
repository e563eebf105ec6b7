import { afterEach, beforeEach, expect, test } from 'vitest';
import { consultation } from '../consultation/consultation';
import { days } from '../consultation/day';
import type { Practice } from '../engine/bundle.gen';
import { beginSample } from '../testing/sample';
import { recordText } from '../views/result/record';
import { endConsultation, practise } from './flow';
import { isPractice, practiceCase } from './practice';
import { nav } from './screen';

const practice: Practice = { id: 'alpha', on: '2025-01-15', answers: { topic: ['full'] }, steps: [] };

beforeEach(() => beginSample());
afterEach(endConsultation);

test('a case runs on its day, marked, with nothing of the consultation before it', () => {
  consultation.answer('card', ['never']);
  practise(practice);
  expect([consultation.day.value, isPractice.value, consultation.answers.value]).toEqual([
    '2025-01-15',
    true,
    { topic: ['full'] },
  ]);
  expect(nav.screen.value).toEqual({ name: 'ask', fact: 'card' });
});

test('a case on the day of today is marked too', () => {
  practise({ ...practice, on: days.today.value });
  expect([days.isAsOf.value, isPractice.value]).toEqual([false, true]);
});

test('the text for the record says that it is practice', () => {
  practise(practice);
  expect(recordText().split('\n')[0]).toBe('ui.banner.as_of');
});

test('the end leaves nothing of it', () => {
  practise(practice);
  endConsultation();
  expect([practiceCase.value, isPractice.value, consultation.running.value, days.chosen.value]).toEqual([
    null,
    false,
    false,
    null,
  ]);
});
