import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cover, uncover } from '../../app/cover';
import { current } from '../../app/current';
import { consultation } from '../../consultation/consultation';
import type { Release } from '../../release/types';
import { beginSample, sampleGuide } from '../../testing/sample';
import { DayLine } from './DayLine';

beforeEach(() => {
  beginSample();
  consultation.end();
  current.value = { id: 'release', guide: sampleGuide } as Release;
});
afterEach(() => {
  uncover();
  cleanup();
  current.value = null;
});

test('the choice of a day leaves nothing modal under the cover, and comes back after it', () => {
  render(<DayLine />);
  fireEvent.click(screen.getByRole('button', { name: 'ui.day.change' }));
  expect(document.querySelector('dialog')).toBeTruthy();
  act(cover);
  expect(document.querySelector('dialog')).toBeNull();
  act(uncover);
  expect(document.querySelector('dialog')).toBeTruthy();
});
