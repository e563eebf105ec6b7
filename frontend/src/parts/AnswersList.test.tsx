import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nav } from '../app/screen';
import { consultation } from '../consultation/consultation';
import { beginSample } from '../testing/sample';
import { AnswersList } from './AnswersList';

describe('AnswersList', () => {
  beforeEach(() => {
    beginSample({ 'ui.answers.change_named': 'change {{.name}}', 'ui.answers.joiner': ', ' });
    nav.reset();
    consultation.answer('card', ['with_her']);
    consultation.answer('agent', ['yes']);
    consultation.answer('proof', ['center', 'police']);
  });
  afterEach(cleanup);

  it('lists every answer that applies, several options joined', () => {
    render(<AnswersList />);
    expect(screen.getAllByRole('button')).toHaveLength(4);
    expect(screen.getByText('fact.proof.opt.center, fact.proof.opt.police')).toBeTruthy();
  });

  it('leads to the question to change', async () => {
    render(<AnswersList />);
    await userEvent.click(screen.getByRole('button', { name: 'change fact.card.short' }));
    expect(nav.screen.value).toEqual({ name: 'ask', fact: 'card' });
  });

  it('leaves out an answer that no longer applies, and shows it again when it does', async () => {
    render(<AnswersList />);
    consultation.answer('card', ['never']);
    await waitFor(() => expect(screen.queryByText('fact.agent.short')).toBeNull());
    consultation.answer('card', ['with_her']);
    expect(await screen.findByText('fact.agent.short')).toBeTruthy();
  });
});
