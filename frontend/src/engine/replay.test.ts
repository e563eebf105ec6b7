// @vitest-environment node
// The Go evaluator wrote these vectors; this one must give the same for every one of them.
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import type { Guide } from './bundle.gen';
import { type Answers, evaluate } from './evaluate';

interface Header {
  days: string[];
  facts: { id: string; options: string[]; many: boolean }[];
  steps: string[];
}

const folder = new URL('../../../.build/vectors/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');

const guide = JSON.parse(read('guide.json')) as Guide;
const [first = '', ...lines] = read('vectors.txt').trimEnd().split('\n');
const header = JSON.parse(first) as Header;

const list = (field: string | undefined, separator: string) => (field ? field.split(separator) : []);

/** A bitmask of the options for each fact, in base 36; 0 is unanswered. */
function answersOf(field: string): Answers {
  const answers: Record<string, string[]> = {};
  field.split('.').forEach((digits, i) => {
    const fact = header.facts[i];
    const mask = Number.parseInt(digits, 36);
    if (fact && mask) answers[fact.id] = fact.options.filter((_, bit) => mask & (1 << bit));
  });
  return answers;
}

const factNumbers = new Map(header.facts.map(({ id }, i) => [id, i]));
const stepNumbers = new Map(header.steps.map((id, i) => [id, i]));
const indices = (numbers: ReadonlyMap<string, number>, ids: readonly string[], separator: string) =>
  ids.map((id) => numbers.get(id) ?? -1).join(separator);

/** What this evaluator says to a line, in the form of the line; reasons only where the line has them. */
function answerTo(line: string): string {
  const [day = '', answers = '', , , because] = line.split('|');
  const plan = evaluate(guide, answersOf(answers), header.days[Number(day)] ?? '');
  const said = [
    day,
    answers,
    indices(factNumbers, plan.missing, '.'),
    indices(
      stepNumbers,
      plan.steps.map(({ id }) => id),
      '.',
    ),
  ];
  if (because) said.push(plan.steps.map((step) => indices(factNumbers, step.because, ',')).join(';'));
  else if (because !== undefined) said.push('');
  return said.join('|');
}

test('there are enough vectors, with partial answers, reasons and every dated rule among them', () => {
  expect(lines.length).toBeGreaterThanOrEqual(100_000);
  expect(lines.filter((line) => list(line.split('|')[4], ';').length > 0).length).toBeGreaterThan(1_000);
  expect(lines.filter((line) => line.split('|')[2] !== '').length).toBeGreaterThan(10_000);
  expect(new Set(lines.map((line) => header.days[Number.parseInt(line, 10)]))).toEqual(new Set(header.days));
  expect(header.days).toEqual(expect.arrayContaining(guide.boundaries));
});

test('the vectors are about this guide', () => {
  expect(header.facts.map(({ id, options }) => ({ id, options }))).toEqual(
    guide.facts.map(({ id, options }) => ({ id, options })),
  );
  expect([...header.steps].sort()).toEqual(guide.steps.map(({ id }) => id).sort());
});

test('both evaluators agree on every vector', { timeout: 120_000 }, () => {
  const wrong: { line: string; said: string }[] = [];
  for (const line of lines) {
    const said = answerTo(line);
    if (said !== line && wrong.length < 10) wrong.push({ line, said });
  }
  expect(wrong).toEqual([]);
});

test('a full set of answers is evaluated in less than a millisecond', () => {
  const full = lines
    .filter((line) => line.split('|')[2] === '')
    .slice(0, 500)
    .map((line) => answersOf(line.split('|')[1] ?? ''));
  const day = header.days.at(-1) ?? '';
  for (const answers of full) evaluate(guide, answers, day);
  const start = performance.now();
  for (const answers of full) evaluate(guide, answers, day);
  expect((performance.now() - start) / full.length).toBeLessThan(1);
});
