import { describe, expect, it } from 'vitest';
import type { Leaflet } from '../../engine/bundle.gen';
import { freshChoice, hasBoxes, originForPhones, withLanguage } from './choice';

const leaflet: Leaflet = {
  id: 'sample',
  audience: 'client',
  version: '2026-11-22',
  review_by: '2027-01-31',
  formats: ['a5', 'a4'],
  blocks: [{ id: 'note', kind: 'boxes', fields: ['desk'] }],
  languages: ['ja', 'en', 'vi', 'th'],
};

describe('choice', () => {
  it('begins in her language, with nothing ticked', () => {
    expect(freshChoice(leaflet, ['vi'])).toMatchObject({
      languages: ['vi'],
      format: 'a5',
      copies: 1,
      large: false,
      extras: [],
    });
    expect(freshChoice(leaflet, ['ne']).languages).toEqual(['ja']);
  });

  it('takes one to three languages, the Japanese last', () => {
    const one = freshChoice(leaflet, ['ja']);
    expect(withLanguage(one, 'ja', false).languages).toEqual(['ja']);
    const two = withLanguage(one, 'vi', true);
    expect(two.languages).toEqual(['vi', 'ja']);
    const three = withLanguage(two, 'th', true);
    expect(three.languages).toEqual(['vi', 'th', 'ja']);
    expect(withLanguage(three, 'en', true)).toBe(three);
  });

  it('fills no box of a neutral paper', () => {
    expect(hasBoxes(leaflet)).toBe(true);
    expect(hasBoxes({ ...leaflet, neutral: true })).toBe(false);
  });

  it('prints no code that leads to the device itself', () => {
    expect(originForPhones(new URL('http://localhost:8080/') as unknown as Location)).toBe('');
    expect(originForPhones(new URL('https://guide.example.jp/') as unknown as Location)).toBe(
      'https://guide.example.jp',
    );
  });
});
