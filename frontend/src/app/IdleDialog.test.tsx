import { signal } from '@preact/signals';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { consultation } from '../consultation/consultation';
import { beginSample } from '../testing/sample';
import { covered, uncover } from './cover';
import { IdleDialog } from './IdleDialog';
import { idle } from './idle';

/** The watch without its clock: a press anywhere is a sign of life, as for the real one. */
vi.mock('./idle', () => {
  const secondsLeft = signal<number | null>(null);
  const touch = () => {
    secondsLeft.value = null;
  };
  document.addEventListener('pointerdown', touch, { capture: true });
  return { idle: { secondsLeft, touch } };
});

const warn = (seconds: number) =>
  act(() => {
    (idle.secondsLeft as { value: number | null }).value = seconds;
  });

/** A press as a finger makes it: it begins, which is a sign of life, and ends as a click a little later. */
function press(name: string) {
  const button = screen.getByRole('button', { name });
  act(() => {
    fireEvent.pointerDown(button);
    vi.advanceTimersByTime(100);
  });
  act(() => {
    fireEvent.click(button);
  });
}

describe('IdleDialog', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    beginSample();
    render(<IdleDialog />);
    warn(30);
  });
  afterEach(() => {
    idle.touch();
    uncover();
    vi.useRealTimers();
    cleanup();
  });

  it('warns, and the consultation still runs', () => {
    expect(screen.getByRole('alertdialog')).toBeTruthy();
    expect(consultation.running.value).toBe(true);
  });

  it('can be covered: the press that wakes the table still reaches its button', () => {
    press('ui.cover.hide');
    expect(covered.value).toBe(true);
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });

  it('can end the consultation at once', () => {
    press('ui.end.yes');
    expect(consultation.running.value).toBe(false);
  });

  it('goes away by a touch anywhere, and the consultation goes on', () => {
    act(() => {
      fireEvent.pointerDown(document.body);
    });
    act(() => {
      vi.advanceTimersByTime(1_000);
    });
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(consultation.running.value).toBe(true);
  });
});
