import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { endConsultation } from '../../app/flow';
import { markFailing, typed } from '../../app/lookup';
import { nav } from '../../app/screen';
import { openSample } from '../../testing/directory';
import { LookupView } from './LookupView';

const field = () => screen.getByRole('searchbox');
const hits = () => [...document.querySelectorAll<HTMLElement>('.hit')];

describe('LookupView', () => {
  beforeEach(() => {
    openSample({ 'ui.lookup.count': '{{.count}} hits', 'ui.lookup.example_place': 'zeta' });
    endConsultation();
  });
  afterEach(cleanup);

  it('has one field that no form holds and no browser keeps', () => {
    render(<LookupView scope={undefined} />);
    expect(document.querySelector('form')).toBeNull();
    expect(field().getAttribute('autocomplete')).toBe('off');
    expect(field().getAttribute('name')).toBeNull();
  });

  it('shows what matches while typing, with the reason, and says how many', async () => {
    render(<LookupView scope={undefined} />);
    await userEvent.type(field(), 'beta');
    expect(hits().map((hit) => hit.querySelector('.hit__name')?.textContent)).toEqual(['Union Beta']);
    expect(hits()[0]?.querySelector('.hit__why')?.textContent).toMatch(/^ui\.lookup\.why\./);
    expect(screen.getByRole('status').textContent).toBe('1 hits');
  });

  it('walks from the field through the list and back by arrow keys', async () => {
    const user = userEvent.setup();
    render(<LookupView scope={undefined} />);
    await user.type(field(), 'centre');
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(hits()[0]);
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(hits()[1]);
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(document.activeElement).toBe(field());
  });

  it('opens a contact, with what was looked for', async () => {
    render(<LookupView scope="welfare" />);
    await userEvent.type(field(), 'zeta');
    await userEvent.click(hits()[0] as HTMLElement);
    expect(nav.screen.value).toEqual({ name: 'contact', id: 'municipality-13101', scope: 'welfare' });
  });

  it('says plainly when the check digit is wrong', async () => {
    render(<LookupView scope={undefined} />);
    await userEvent.type(field(), '01130013');
    expect(document.querySelector('[data-part="check"]')?.getAttribute('data-wrong')).toBe('true');
    expect(screen.getByText('ui.lookup.part_check_wrong')).toBeTruthy();
    expect(hits()).toEqual([]);
  });

  it('offers examples before anything is typed, each to try', async () => {
    render(<LookupView scope={undefined} />);
    await userEvent.click(screen.getByRole('button', { name: /zeta/ }));
    expect(typed.value).toBe('zeta');
    expect(document.activeElement).toBe(field());
  });

  it('says what to do when nothing is found', async () => {
    render(<LookupView scope={undefined} />);
    await userEvent.type(field(), 'qqqq');
    expect(screen.getByRole('heading', { name: 'ui.lookup.none_title' })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'ui.lookup.none_open' }));
    expect(nav.screen.value).toEqual({ name: 'route', id: 'unknown' });
  });

  it('strikes through what was marked, and forgets mark and text with the consultation', async () => {
    render(<LookupView scope={undefined} />);
    await userEvent.type(field(), 'beta');
    markFailing('kenpo-union-100-0001');
    expect(await screen.findByText('ui.report.marked_short')).toBeTruthy();
    endConsultation();
    expect(typed.value).toBe('');
    typed.value = 'beta';
    expect(await screen.findByText('Union Beta')).toBeTruthy();
    expect(screen.queryByText('ui.report.marked_short')).toBeNull();
  });
});
