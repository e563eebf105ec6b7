import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { current } from '../app/current';
import { openSample } from '../testing/directory';
import { openRegion, sampleRegion } from '../testing/region';
import { DeskCard } from './DeskCard';
import { LocalPart } from './LocalWords';

const words = { 'local.auto_flags.both': 'Both are set.', 'desk.city_kokuho.note': 'Any city.' };

beforeEach(() => openSample(words));
afterEach(() => {
  cleanup();
  current.value = null;
});

test('beside a step stands what the region says, under its name', () => {
  openRegion(sampleRegion);
  render(<LocalPart step="paper" />);
  expect(screen.getByRole('heading', { level: 4 }).textContent).toContain('Town Alpha');
  expect(screen.getByText('Both are set.')).toBeTruthy();
  expect(screen.queryByText('local.flag_form.label')).toBeNull(); // it says nothing there
});

test('without a region a choice must be asked, and nothing else stands there', () => {
  openRegion(null);
  render(<LocalPart step="paper" />);
  expect(screen.getByText('ui.region.unsure')).toBeTruthy();
  expect(screen.getAllByRole('heading', { level: 5 })).toHaveLength(1);
});

test('beside another step nothing is said', () => {
  openRegion(sampleRegion);
  const { container } = render(<LocalPart step="remove_agent" />);
  expect(container.textContent).toBe('');
});

test("the region's window stands first at its desk, what is national folded below", () => {
  openRegion(sampleRegion);
  render(<DeskCard desk={{ id: 'city_kokuho' }} />);
  expect(screen.getByText('Section Beta')).toBeTruthy();
  expect(screen.getByRole('link').getAttribute('href')).toBe('tel:0790000001');
  expect(screen.getByText('ui.region.national_desk')).toBeTruthy();
  expect(screen.queryByText('Any city.')).toBeNull();
});

test('a desk the region says nothing of stays as it was', () => {
  openRegion({ ...sampleRegion, values: {} });
  render(<DeskCard desk={{ id: 'city_kokuho' }} />);
  expect(screen.getByText('Any city.')).toBeTruthy();
});

test('a number that nobody called is said to be so', () => {
  openRegion({ ...sampleRegion, values: { city_kokuho: { window: { name: 'Beta', phone: '079-000-0001' } } } });
  render(<DeskCard desk={{ id: 'city_kokuho' }} />);
  expect(screen.getByText('ui.region.phone_unconfirmed')).toBeTruthy();
});
