// A small guide for tests of screens: three questions, one of them dependent, and two steps.
import { consultation } from '../consultation/consultation';
import type { Guide } from '../engine/bundle.gen';
import { setText } from '../text/text';

const always = { all: [] };
const cites = [{ source: 'notice', place: 'p1' }];

/** The guide. */
export const sampleGuide: Guide = {
  covers_from: '2024-12-02',
  reviewed_on: '2026-01-01',
  review_by: '2099-01-01',
  boundaries: ['2024-12-02'],
  facts: [
    { id: 'topic', many: true, options: ['full', 'card'], asked: always },
    { id: 'card', options: ['with_her', 'never', 'dont_know'], asked: always },
    { id: 'agent', options: ['yes', 'no', 'dont_know'], asked: { not: { fact: 'card', is: 'never' } } },
    { id: 'proof', many: true, options: ['center', 'police', 'none', 'dont_know'], asked: always },
  ],
  rules: {},
  steps: [
    {
      id: 'remove_agent',
      kind: 'do',
      urgency: 'now',
      review_by: '2099-01-01',
      periods: [{ from: '2024-12-02', when: { fact: 'agent', in: ['yes', 'dont_know'] }, cites }],
    },
    {
      id: 'paper',
      kind: 'ask_her',
      urgency: 'today',
      review_by: '2099-01-01',
      periods: [{ from: '2024-12-02', when: always, cites }],
    },
  ],
  routes: [],
  desks: [],
  sources: [{ id: 'notice', title: 'Notice', read_on: '2026-01-01', confidence: 'notice' }],
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

/** Puts the sample guide into use and begins a consultation. Words are their own IDs, but for those given. */
export function beginSample(messages: Record<string, string> = {}): void {
  setText({ locale: 'ja', messages, readings: {} }, { strict: false });
  consultation.end();
  consultation.use(sampleGuide);
  consultation.start(['full']);
}
