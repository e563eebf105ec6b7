import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setText } from '../text/text';
import { CoverScreen, HOLD_MS } from './CoverScreen';
import { cover, covered } from './cover';

const MONTH = /^\d+-\d+$/;
const month = () => screen.getByRole('button', { name: MONTH });

describe('CoverScreen', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    const messages = { 'ui.cover.weekdays': 'abcdefg', 'ui.cover.month': '{{.year}}-{{.month}}' };
    setText({ locale: 'ja', messages, readings: {} }, { strict: false });
    cover();
    render(<CoverScreen />);
  });
  afterEach(() => {
    vi.useRealTimers();
    cleanup();
  });

  it('takes the focus, so that the keyboard is no longer in what it covers', () => {
    expect(document.activeElement).toBe(month());
  });

  it('stays after a short press', () => {
    fireEvent.pointerDown(month());
    vi.advanceTimersByTime(HOLD_MS - 1);
    fireEvent.pointerUp(month());
    vi.advanceTimersByTime(HOLD_MS);
    expect(covered.value).toBe(true);
  });

  it('goes away when the month is held', () => {
    fireEvent.pointerDown(month());
    vi.advanceTimersByTime(HOLD_MS);
    expect(covered.value).toBe(false);
  });

  it.each(['Enter', ' '])('goes away when the key "%s" is held', (key) => {
    fireEvent.keyDown(month(), { key });
    fireEvent.keyDown(month(), { key, repeat: true });
    vi.advanceTimersByTime(HOLD_MS);
    expect(covered.value).toBe(false);
    fireEvent.keyUp(window, { key });
  });

  it('stays when the finger slides away', () => {
    fireEvent.pointerDown(month());
    fireEvent.pointerLeave(month());
    vi.advanceTimersByTime(HOLD_MS);
    expect(covered.value).toBe(true);
  });
});
