import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { beginSample, sampleGuide } from '../testing/sample';
import { ChoiceList } from './ChoiceList';

const fact = (id: string) => {
  const found = sampleGuide.facts.find((f) => f.id === id);
  if (!found) throw new Error(id);
  return found;
};

function show(id: string, chosen: string[]) {
  const onChoose = vi.fn();
  render(<ChoiceList fact={fact(id)} chosen={chosen} legend="legend" onChoose={onChoose} />);
  return onChoose;
}

describe('ChoiceList', () => {
  beforeEach(() => beginSample({ 'option.dont_know': 'unsure', 'fact.card.hint.never': 'a hint' }));
  afterEach(cleanup);

  it('shows the options of a one-valued question as radio buttons in one group', () => {
    show('card', []);
    expect(screen.getByRole('group', { name: 'legend' })).toBeTruthy();
    expect(screen.getAllByRole('radio')).toHaveLength(3);
    expect(screen.getByRole('radio', { name: 'unsure' })).toBeTruthy();
  });

  it('describes an option by its hint without making it part of the name', () => {
    show('card', []);
    const option = screen.getByRole('radio', { name: 'fact.card.opt.never' });
    const hint = document.getElementById(option.getAttribute('aria-describedby') ?? '');
    expect(hint?.textContent).toBe('a hint');
  });

  it('reports what is chosen by a press on the words', async () => {
    const onChoose = show('card', []);
    await userEvent.click(screen.getByText('fact.card.opt.never'));
    expect(onChoose).toHaveBeenCalledWith(['never']);
  });

  it('lets several be chosen where several hold, and "none" alone', async () => {
    const onChoose = show('proof', ['center']);
    await userEvent.click(screen.getByRole('checkbox', { name: 'fact.proof.opt.police' }));
    expect(onChoose).toHaveBeenLastCalledWith(['center', 'police']);
    await userEvent.click(screen.getByRole('checkbox', { name: 'fact.proof.opt.none' }));
    expect(onChoose).toHaveBeenLastCalledWith(['none']);
  });
});
