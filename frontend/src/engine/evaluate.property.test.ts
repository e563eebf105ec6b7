// @vitest-environment node
// What holds of the real guidance for every set of answers, sensible or not, on every day.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holds } from '../testing/property';
import type { Fact, Guide } from './bundle.gen';
import { choose } from './choose';
import { type Answers, applies, dropped, evaluate, remaining, routesFor } from './evaluate';

const guide = JSON.parse(readFileSync(new URL('../../../.build/vectors/guide.json', import.meta.url), 'utf8')) as Guide;

/** A day before, on or after each day on which something changes. */
const days = fc
  .tuple(fc.constantFrom(...guide.boundaries), fc.integer({ min: 0, max: 400 }))
  .map(([from, later]) => new Date(Date.parse(from) + later * 86_400_000).toISOString().slice(0, 10));

/** Options as they can be tapped. Danger is rarely now, for then there is one step. */
function optionsOf(fact: Fact): fc.Arbitrary<string[]> {
  const option =
    fact.id === 'danger' ? fc.constantFrom('not_now', 'not_now', 'not_now', 'now') : fc.constantFrom(...fact.options);
  const taps = fc.array(option, { minLength: 1, maxLength: fact.many ? 5 : 1 });
  return taps.map((all) => all.reduce<string[]>((chosen, tap) => choose(fact, chosen, tap), []));
}

/** Answers to any of the questions, whether they apply or not. */
const answers = fc
  .record(Object.fromEntries(guide.facts.map((fact) => [fact.id, optionsOf(fact)])), { requiredKeys: [] })
  .map(
    (given): Answers =>
      Object.fromEntries(Object.entries(given).flatMap(([id, all]) => (all?.length ? [[id, all]] : []))),
  );

const only = (given: Answers, keep: (id: string) => boolean): Answers =>
  Object.fromEntries(Object.entries(given).filter(([id]) => keep(id)));
const stepIds = (given: Answers, day: string) => evaluate(guide, given, day).steps.map(({ id }) => id);

const check = <T extends unknown[]>(property: fc.IProperty<T>) => holds(property, 150);

test('the order in which answers and options were given changes nothing', () => {
  check(
    fc.property(answers, days, fc.infiniteStream(fc.nat()), (given, day, numbers) => {
      const draw = () => numbers.next().value ?? 0;
      const shuffled = Object.entries(given)
        .map(([id, options]) => ({ id, options: options.toReversed(), at: draw() }))
        .sort((a, b) => a.at - b.at)
        .map(({ id, options }) => [id, options] as const);
      expect(evaluate(guide, Object.fromEntries(shuffled), day)).toEqual(evaluate(guide, given, day));
    }),
  );
});

test('the answer to a question that does not apply is as good as none, whatever it is', () => {
  check(
    fc.property(answers, answers, days, (given, others, day) => {
      const asked = applies(guide, given, day);
      const plan = evaluate(guide, given, day);
      const without = only(given, (id) => asked[id] !== 'no');
      const otherwise = { ...only(others, (id) => asked[id] === 'no'), ...without };
      expect(evaluate(guide, without, day)).toEqual(plan);
      expect(evaluate(guide, otherwise, day)).toEqual(plan);
      expect(routesFor(guide, otherwise, day)).toEqual(routesFor(guide, given, day));
    }),
  );
});

test('the answers a step names make it certain by themselves, and all of them were given to questions that apply', () => {
  check(
    fc.property(answers, days, (given, day) => {
      const asked = applies(guide, given, day);
      for (const { id, because, period } of evaluate(guide, given, day).steps) {
        expect(because.length).toBeGreaterThan(0);
        expect(because.filter((fact) => asked[fact] !== 'yes' || !given[fact]?.length)).toEqual([]);
        expect(
          stepIds(
            only(given, (fact) => because.includes(fact)),
            day,
          ),
        ).toContain(id);
        expect(period.from <= day && (period.until === undefined || day <= period.until)).toBe(true);
      }
    }),
  );
});

test('a further answer withdraws no step, no reason for asking, and nothing that was ruled out', () => {
  check(
    fc.property(answers, answers, days, (given, others, day) => {
      const more = { ...others, ...given };
      const [before, after] = [applies(guide, given, day), applies(guide, more, day)];
      const later = stepIds(more, day);
      expect(stepIds(given, day).filter((id) => !later.includes(id))).toEqual([]);
      for (const { id } of guide.facts) if (before[id] !== 'unknown') expect(after[id]).toBe(before[id]);
      for (const id of evaluate(guide, more, day).missing) expect(more[id]).toBeUndefined();
    }),
  );
});

test('a consultation ends, asks nothing twice, and is never longer than it said', () => {
  check(
    fc.property(days, fc.infiniteStream(fc.nat()), (day, numbers) => {
      let given: Answers = {};
      let promised = Number.POSITIVE_INFINITY;
      for (let asked = 0; ; asked++) {
        promised = Math.min(promised, asked + remaining(guide, given, day));
        const { next } = evaluate(guide, given, day);
        if (next === null) {
          expect(asked).toBeLessThanOrEqual(promised);
          break;
        }
        expect(given[next]).toBeUndefined();
        const options = guide.facts.find(({ id }) => id === next)?.options ?? [];
        const tap = options[(numbers.next().value ?? 0) % options.length];
        given = { ...given, [next]: tap === undefined ? [] : [tap] };
      }
    }),
  );
});

test('a change drops only answers that counted before, and changing back brings the plan back', () => {
  check(
    fc.property(answers, answers, days, (before, others, day) => {
      const after = { ...before, ...only(others, (id) => id in before) };
      for (const id of dropped(guide, before, after, day)) {
        expect(applies(guide, before, day)[id]).toBe('yes');
        expect(applies(guide, after, day)[id]).toBe('no');
        expect(before[id]).toBeDefined();
      }
      expect(evaluate(guide, { ...after, ...before }, day)).toEqual(evaluate(guide, before, day));
    }),
  );
});

test('what no question asks is not heard, also under the names that every object has', () => {
  const names = fc.oneof(fc.constantFrom('constructor', 'toString', 'hasOwnProperty', 'length', ''), fc.string());
  const strange = fc
    .array(fc.tuple(names, fc.array(fc.string(), { maxLength: 2 })), { maxLength: 3 })
    .map((pairs): Answers => Object.fromEntries(pairs));
  check(
    fc.property(answers, strange, days, (given, odd, day) => {
      const heard = only(odd, (id) => !guide.facts.some((fact) => fact.id === id));
      expect(evaluate(guide, { ...heard, ...given }, day)).toEqual(evaluate(guide, given, day));
    }),
  );
});

test('an option that is none is an answer that fits nothing, and never an error', () => {
  const known = guide.facts.map(({ id }) => id);
  const odd = fc.dictionary(fc.constantFrom(...known), fc.array(fc.string(), { maxLength: 3 }));
  check(
    fc.property(answers, odd, days, (given, strange, day) => {
      const { steps, missing } = evaluate(guide, { ...given, ...strange }, day);
      expect(missing.filter((id) => (strange[id]?.length ?? 0) > 0)).toEqual([]);
      expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
    }),
  );
});
