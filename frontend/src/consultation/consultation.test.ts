// @vitest-environment node
import { beforeEach, describe, expect, test } from 'vitest';
import type { Guide, Pred } from '../engine/bundle.gen';
import { createConsultation } from './consultation';
import { createDays } from './day';

const calm: Pred = { fact: 'danger', is: 'not_now' };
const guide: Guide = {
  covers_from: '2024-12-02',
  reviewed_on: '2026-11-20',
  review_by: '2027-03-31',
  boundaries: [],
  facts: [
    { id: 'danger', options: ['now', 'not_now'], asked: { all: [] } },
    { id: 'topic', many: true, options: ['flags', 'card'], asked: { all: [] } },
    { id: 'card', options: ['with_her', 'never', 'dont_know'], asked: calm },
    {
      id: 'agent',
      options: ['yes', 'no', 'dont_know'],
      asked: { all: [calm, { not: { fact: 'card', is: 'never' } }] },
    },
    { id: 'proof', many: true, options: ['center', 'police', 'none', 'dont_know'], asked: calm },
  ],
  rules: {},
  steps: [
    {
      id: 'remove_agent',
      kind: 'do',
      urgency: 'now',
      review_by: '2027-03-31',
      periods: [{ from: '2024-12-02', when: { fact: 'agent', is: 'yes' }, cites: [] }],
    },
  ],
  routes: [],
  desks: [],
  sources: [],
  explain: [],
  timeline: [],
  checklists: [],
  languages: [],
  terms: [],
  local: [],
  practice: [],
  changes: [],
  accessibility: { tested_on: '2026-11-22', criteria: [] },
};

function open() {
  let instant = '2026-11-22T03:00:00Z';
  const days = createDays(() => new Date(instant), '2026-11-01');
  const talk = createConsultation(days);
  talk.use(guide);
  const sleepUntil = (next: string) => {
    instant = next;
    days.refresh();
  };
  return { talk, days, sleepUntil };
}

let talk: ReturnType<typeof open>['talk'];
let days: ReturnType<typeof open>['days'];
let sleepUntil: ReturnType<typeof open>['sleepUntil'];
beforeEach(() => {
  ({ talk, days, sleepUntil } = open());
});

const steps = () => talk.plan.value?.steps.map(({ id }) => id);

test('starts with the reasons she came for and asks the first question', () => {
  talk.start(['flags', 'card']);
  expect(talk.running.value).toBe(true);
  expect(talk.plan.value?.next).toBe('danger');
  expect(talk.answered.value).toEqual(['topic']);
  expect([talk.number.value, talk.remaining.value]).toEqual([1, 4]);
});

describe('changing an answer', () => {
  beforeEach(() => {
    talk.start(['card']);
    talk.answer('danger', ['not_now']);
    talk.answer('card', ['with_her']);
    talk.answer('agent', ['yes']);
    talk.answer('proof', ['center', 'police']);
  });

  test('keeps later answers that still apply', () => {
    expect(talk.answer('card', ['dont_know'])).toEqual([]);
    expect(talk.answered.value).toEqual(['danger', 'topic', 'card', 'agent', 'proof']);
    expect(steps()).toEqual(['remove_agent']);
  });

  test('says which no longer apply, and masks them', () => {
    expect(talk.answer('card', ['never'])).toEqual(['agent']);
    expect(talk.answered.value).toEqual(['danger', 'topic', 'card', 'proof']);
    expect(steps()).toEqual([]);
  });

  test('back again brings a masked answer back', () => {
    talk.answer('card', ['never']);
    talk.answer('card', ['with_her']);
    expect(talk.answers.value.agent).toEqual(['yes']);
    expect(steps()).toEqual(['remove_agent']);
  });
});

test.each([
  ['an unknown question', 'name', ['x']],
  ['an unknown option', 'card', ['Hanako']],
  ['nothing', 'card', []],
  ['two options of a one-valued question', 'card', ['with_her', 'never']],
  ['none beside another', 'proof', ['none', 'police']],
])('%s is no answer', (_, fact, options) => {
  talk.start(['card']);
  expect(() => talk.answer(fact, options)).toThrow(TypeError);
  expect(Object.keys(talk.answers.value)).toEqual(['topic']);
});

test('the caller cannot change an answer afterwards', () => {
  const chosen = ['flags'];
  talk.start(chosen);
  chosen.push('card');
  expect(talk.answers.value.topic).toEqual(['flags']);
});

test('the end leaves nothing', () => {
  talk.start(['card'], { practice: true });
  talk.answer('danger', ['now']);
  talk.tick('call_110');
  days.setAsOf('2025-01-01');
  talk.end();
  expect(talk.answers.value).toEqual({});
  expect(talk.done.value.size).toBe(0);
  expect([talk.running.value, talk.practice.value, talk.day.value]).toEqual([false, false, '2026-11-22']);
});

test('a new start forgets the one before', () => {
  talk.start(['card'], { practice: true });
  talk.answer('danger', ['now']);
  talk.tick('call_110');
  talk.start(['flags']);
  expect(talk.answers.value).toEqual({ topic: ['flags'] });
  expect([talk.done.value.size, talk.practice.value]).toEqual([0, false]);
});

test('a step is ticked off and on', () => {
  talk.tick('a');
  talk.tick('b');
  talk.tick('a');
  expect([...talk.done.value]).toEqual(['b']);
});

test('midnight does not change the rules of a running consultation', () => {
  talk.start(['card']);
  sleepUntil('2026-11-22T16:00:00Z');
  expect(talk.day.value).toBe('2026-11-22');
  talk.end();
  expect(talk.day.value).toBe('2026-11-23');
});

test('a day chosen for practice holds while it is chosen', () => {
  days.setAsOf('2025-01-01');
  talk.start(['card']);
  expect(talk.day.value).toBe('2025-01-01');
  days.setAsOf(null);
  expect(talk.day.value).toBe('2026-11-22');
});

test('a day chosen for practice holds when it becomes today', () => {
  days.setAsOf('2026-11-23');
  talk.start(['card']);
  sleepUntil('2026-11-22T16:00:00Z');
  expect(talk.day.value).toBe('2026-11-23');
});

test('no release replaces the guide of a running consultation', () => {
  talk.start(['card']);
  expect(() => talk.use({ ...guide })).toThrow();
  talk.end();
  talk.use({ ...guide, facts: [] });
  expect(talk.fact('card')).toBeNull();
});

test('before the guide is there, there is no plan', () => {
  const empty = createConsultation(days);
  expect([empty.plan.value, empty.remaining.value, empty.answered.value]).toEqual([null, 0, []]);
});
