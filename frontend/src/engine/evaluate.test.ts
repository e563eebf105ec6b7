// @vitest-environment node
import { describe, expect, test } from 'vitest';
import type { Guide, Pred, Step } from './bundle.gen';
import { choose } from './choose';
import { type Answers, applies, dropped, evaluate, remaining, routesFor } from './evaluate';

const step = (id: string, urgency: Step['urgency'], when: Pred, from = '2024-12-02', until?: string): Step => ({
  id,
  kind: 'do',
  urgency,
  review_by: '2027-03-31',
  periods: [{ from, ...(until && { until }), when, cites: [] }],
});

const calm: Pred = { fact: 'danger', is: 'not_now' };

const guide: Guide = {
  covers_from: '2024-12-02',
  reviewed_on: '2026-11-22',
  review_by: '2027-03-31',
  boundaries: ['2024-12-02', '2025-12-02'],
  facts: [
    { id: 'danger', options: ['now', 'not_now'], asked: { all: [] } },
    { id: 'card', options: ['with_her', 'never', 'dont_know'], asked: calm },
    {
      id: 'agent',
      options: ['yes', 'no', 'dont_know'],
      asked: { all: [calm, { not: { fact: 'card', is: 'never' } }] },
    },
    { id: 'proof', many: true, options: ['center', 'police', 'none', 'dont_know'], asked: { rule: 'remove_agent' } },
  ],
  rules: { agent_or_unsure: { fact: 'agent', in: ['yes', 'dont_know'] } },
  steps: [
    step('get_proof', 'soon', {
      all: [{ rule: 'remove_agent' }, { not: { any: [{ fact: 'proof', has: 'center' }] } }],
    }),
    step('remove_agent', 'now', { all: [calm, { rule: 'agent_or_unsure' }] }),
    step('no_card', 'today', { fact: 'card', is: 'never' }),
    step('call', 'now', { fact: 'danger', is: 'now' }),
    step('old_rule', 'today', calm, '2024-12-02', '2025-12-01'),
    step('after_old_rule', 'today', { all: [calm, { not: { rule: 'old_rule' } }] }),
  ],
  routes: [
    { id: 'first', when: { fact: 'card', is: 'with_her' }, cites: [] },
    { id: 'second', when: { fact: 'card', is: 'never' }, cites: [] },
    { id: 'third', when: { fact: 'danger', is: 'now' }, cites: [] },
  ],
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

const day = '2026-11-22';
const steps = (answers: Answers, on = day) => evaluate(guide, answers, on).steps.map(({ id }) => id);

describe('evaluate', () => {
  test.each<{ name: string; answers: Answers; next: string | null; missing: string[]; steps: string[]; on?: string }>([
    { name: 'nothing answered asks the first question', answers: {}, next: 'danger', missing: ['danger'], steps: [] },
    {
      name: 'danger asks nothing else',
      answers: { danger: ['now'] },
      next: null,
      missing: [],
      steps: ['call'],
    },
    {
      name: 'a question whose condition is open is not missing yet',
      answers: { danger: ['not_now'] },
      next: 'card',
      missing: ['card'],
      steps: ['after_old_rule'],
    },
    {
      name: 'an empty choice is unanswered',
      answers: { danger: ['not_now'], card: [] },
      next: 'card',
      missing: ['card'],
      steps: ['after_old_rule'],
    },
    {
      name: 'a masked answer makes every condition on it false',
      answers: { danger: ['not_now'], card: ['never'], agent: ['yes'] },
      next: null,
      missing: [],
      steps: ['no_card', 'after_old_rule'],
    },
    {
      name: 'steps come by urgency, then in the order of the guide',
      answers: { danger: ['not_now'], card: ['with_her'], agent: ['dont_know'], proof: ['police'] },
      next: null,
      missing: [],
      steps: ['remove_agent', 'after_old_rule', 'get_proof'],
    },
    {
      name: 'a many-valued fact holds several options',
      answers: { danger: ['not_now'], card: ['with_her'], agent: ['yes'], proof: ['center', 'police'] },
      next: null,
      missing: [],
      steps: ['remove_agent', 'after_old_rule'],
    },
    {
      name: 'a rule on its last day still holds',
      answers: { danger: ['not_now'] },
      on: '2025-12-01',
      next: 'card',
      missing: ['card'],
      steps: ['old_rule'],
    },
    {
      name: 'a rule past its last day is false, also where others build on it',
      answers: { danger: ['not_now'] },
      on: '2025-12-02',
      next: 'card',
      missing: ['card'],
      steps: ['after_old_rule'],
    },
  ])('$name', ({ answers, on, next, missing, steps }) => {
    const plan = evaluate(guide, answers, on ?? day);
    expect({ next: plan.next, missing: plan.missing, steps: plan.steps.map(({ id }) => id) }).toEqual({
      next,
      missing,
      steps,
    });
  });

  test('names the answers that made a step certain, those that let its question apply included', () => {
    const plan = evaluate(
      guide,
      { danger: ['not_now'], card: ['with_her'], agent: ['yes'], proof: ['police'] },
      '2026-11-22',
    );
    expect(Object.fromEntries(plan.steps.map(({ id, because }) => [id, because]))).toEqual({
      remove_agent: ['danger', 'card', 'agent'],
      get_proof: ['danger', 'card', 'agent', 'proof'],
      after_old_rule: ['danger'],
    });
  });

  test('the answers named are enough for the step', () => {
    const answers: Answers = { danger: ['not_now'], card: ['never'], agent: ['yes'], proof: ['center'] };
    for (const { id, because } of evaluate(guide, answers, day).steps) {
      const few = Object.fromEntries(because.map((fact) => [fact, answers[fact] ?? []]));
      expect(steps(few)).toContain(id);
    }
  });

  test('gives the dated rule of a step', () => {
    expect(evaluate(guide, { danger: ['not_now'] }, '2025-01-01').steps[0]?.period.until).toBe('2025-12-01');
  });

  test.each(['2024-12-01', '2026-1-1', ''])('refuses the day %j', (bad) => {
    expect(() => evaluate(guide, {}, bad)).toThrow(RangeError);
  });

  test('refuses a condition of a form it does not know', () => {
    const odd = { ...guide, steps: [step('odd', 'now', { never_seen: 1 } as unknown as Pred)] };
    expect(() => evaluate(odd, { danger: ['now'] }, day)).toThrow(TypeError);
  });

  test('refuses a rule that is not there', () => {
    const odd = { ...guide, steps: [...guide.steps, step('odd', 'now', { rule: 'missing' })] };
    expect(() => evaluate(odd, {}, day)).toThrow('missing');
  });
});

test('applies tells apart asked, not asked and not known yet', () => {
  expect(applies(guide, { danger: ['not_now'] }, day)).toEqual({
    danger: 'yes',
    card: 'yes',
    agent: 'unknown',
    proof: 'unknown',
  });
  expect(applies(guide, { danger: ['now'] }, day)).toEqual({ danger: 'yes', card: 'no', agent: 'no', proof: 'no' });
});

test('remaining counts every question that can still come, looking one answer ahead', () => {
  expect(remaining(guide, {}, day)).toBe(4);
  expect(remaining(guide, { danger: ['not_now'] }, day)).toBe(3);
  expect(remaining(guide, { danger: ['not_now'], card: ['never'] }, day)).toBe(0);
  expect(remaining(guide, { danger: ['now'] }, day)).toBe(0);
});

test('remaining is never low, whatever is answered next', () => {
  const walk = (answers: Answers, asked: number, said: number): void => {
    const { next } = evaluate(guide, answers, day);
    const promised = Math.min(said, asked + remaining(guide, answers, day));
    if (next === null) expect(asked).toBeLessThanOrEqual(promised);
    for (const option of guide.facts.find(({ id }) => id === next)?.options ?? []) {
      walk({ ...answers, [next ?? '']: [option] }, asked + 1, promised);
    }
  };
  walk({}, 0, Number.POSITIVE_INFINITY);
  // An answer given before its question, as the topic is, narrows it down at once.
  expect(remaining(guide, { card: ['never'] }, day)).toBe(1);
});

test('dropped names the answers a change masks, and none that was masked before', () => {
  const before: Answers = { danger: ['not_now'], card: ['with_her'], agent: ['yes'], proof: ['police'] };
  expect(dropped(guide, before, { ...before, card: ['never'] }, day)).toEqual(['agent', 'proof']);
  expect(dropped(guide, before, { ...before, card: ['dont_know'] }, day)).toEqual([]);
  const masked: Answers = { ...before, card: ['never'] };
  expect(dropped(guide, masked, { ...masked, danger: ['now'] }, day)).toEqual(['card']);
});

test('routesFor gives the certain routes, else the possible ones', () => {
  expect(routesFor(guide, { danger: ['not_now'], card: ['never'] }, day)).toEqual(['second']);
  expect(routesFor(guide, { danger: ['not_now'] }, day)).toEqual(['first', 'second']);
  expect(routesFor(guide, { danger: ['not_now'], card: ['dont_know'] }, day)).toEqual([]);
});

describe('choose', () => {
  const one = { id: 'card', options: ['a', 'b'], asked: calm };
  const many = { id: 'proof', many: true, options: ['center', 'police', 'none', 'dont_know'], asked: calm };
  test.each<[string, typeof one, string[], string, string[]]>([
    ['a one-valued fact takes the new option', one, ['a'], 'b', ['b']],
    ['a second tap keeps a one-valued answer', one, ['a'], 'a', ['a']],
    ['a many-valued fact adds in its own order', many, ['police'], 'center', ['center', 'police']],
    ['a second tap takes an option out', many, ['center', 'police'], 'center', ['police']],
    ['none stands alone', many, ['center', 'police'], 'none', ['none']],
    ['an option replaces "do not know"', many, ['dont_know'], 'police', ['police']],
  ])('%s', (_, fact, chosen, option, want) => {
    expect(choose(fact, chosen, option)).toEqual(want);
  });
});
