import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dropDrafts } from '../../app/draft';
import { nav } from '../../app/screen';
import { consultation } from '../../consultation/consultation';
import { beginSample } from '../../testing/sample';
import { AskView } from './AskView';

const option = (name: string) => screen.getByRole('radio', { name });
const next = () => userEvent.click(screen.getByRole('button', { name: 'ui.ask.next' }));

describe('AskView', () => {
  beforeEach(() => {
    beginSample({ 'ui.ask.would_drop': 'drops {{.names}}' });
    dropDrafts();
    nav.reset();
  });
  afterEach(cleanup);

  it('puts the focus on the question', () => {
    render(<AskView fact="card" />);
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  });

  it('only selects on a tap, and answers and moves on with "next"', async () => {
    render(<AskView fact="card" />);
    await userEvent.click(option('fact.card.opt.with_her'));
    expect(consultation.answers.value.card).toBeUndefined();
    await next();
    expect(consultation.answers.value.card).toEqual(['with_her']);
    expect(nav.screen.value).toEqual({ name: 'ask', fact: 'agent' });
  });

  it('says what is missing when nothing is chosen, and stays', async () => {
    render(<AskView fact="card" />);
    await next();
    expect(screen.getByRole('alert').textContent).toBe('ui.ask.error');
    expect(nav.screen.value).toEqual({ name: 'home' });
  });

  it('leads from what is missing to the first choice, by no address', async () => {
    render(<AskView fact="card" />);
    await next();
    expect(screen.queryByRole('link')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'ui.ask.error' }));
    expect(document.activeElement).toBe(option('fact.card.opt.with_her'));
  });

  it('tells before a change which later answers it puts aside', async () => {
    consultation.answer('card', ['with_her']);
    consultation.answer('agent', ['yes']);
    render(<AskView fact="card" />);
    await userEvent.click(option('fact.card.opt.never'));
    expect(screen.getByText('drops fact.agent.short')).toBeTruthy();
    expect(consultation.answered.value).toContain('agent');
  });

  it('goes to the result when nothing is left to ask', async () => {
    consultation.answer('card', ['never']);
    consultation.answer('proof', ['none']);
    render(<AskView fact="card" />);
    await next();
    expect(nav.screen.value).toEqual({ name: 'result' });
  });
});
