import { expect, test } from 'vitest';
import type { Practice } from '../../engine/bundle.gen';
import { sampleGuide } from '../../testing/sample';
import { review } from './review';

const practice: Practice = {
  id: 'alpha',
  on: '2026-11-22',
  answers: { topic: ['full'], card: ['with_her'], agent: ['yes'], proof: ['center'] },
  steps: ['remove_agent'],
};

test('the model answers find everything and differ in nothing', () => {
  expect(review(sampleGuide, practice, practice.answers)).toEqual({
    steps: [{ id: 'remove_agent', found: true }],
    differences: [],
    open: 0,
  });
});

test('another answer is shown with what the model answer alone would change', () => {
  const { steps, differences } = review(sampleGuide, practice, { ...practice.answers, agent: ['no'] });
  expect(steps).toEqual([{ id: 'remove_agent', found: false }]);
  expect(differences).toEqual([{ fact: 'agent', given: ['no'], model: ['yes'], gained: ['remove_agent'], lost: [] }]);
});

test('a question that another answer kept away is not called wrong', () => {
  const { differences } = review(sampleGuide, practice, { topic: ['full'], card: ['never'], proof: ['center'] });
  expect(differences.map(({ fact }) => fact)).toEqual(['card']);
});

test('what was not answered is counted', () => {
  expect(review(sampleGuide, practice, { topic: ['full'] }).open).toBeGreaterThan(0);
});
