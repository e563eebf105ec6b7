import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { current } from '../../app/current';
import { endConsultation } from '../../app/flow';
import { failing } from '../../app/lookup';
import { nav } from '../../app/screen';
import { consultation } from '../../consultation/consultation';
import { openSample } from '../../testing/directory';
import { sampleGuide } from '../../testing/sample';
import { ContactView } from './ContactView';
import { ReportView } from './ReportView';

const call = () => screen.queryAllByRole('link', { name: 'ui.phone.call' });
const paper = () => screen.findByText('ui.sheet.for_staff').then((mark) => mark.closest('.sheet')?.textContent ?? '');

describe('ContactView', () => {
  beforeEach(() => {
    openSample({ 'ui.contact.sheet_phone': '{{.label}}/{{.number}}', 'ui.contact.sheet_blank': 'BLANK' });
    endConsultation();
    consultation.use(sampleGuide);
  });
  afterEach(cleanup);

  it('says so where no number is known, and fills in nothing', () => {
    render(<ContactView id="kyokai-13" scope={undefined} />);
    expect(call()).toEqual([]);
    expect(screen.getByText('ui.contact.no_phone_title')).toBeTruthy();
    expect(screen.getByText('ui.contact.no_phone')).toBeTruthy();
  });

  it('labels a switchboard and says whom to ask for', () => {
    render(<ContactView id="municipality-13101" scope={undefined} />);
    expect(call()).toHaveLength(1);
    expect(screen.getByText('ui.contact.label_representative')).toBeTruthy();
    expect(screen.getByText('ui.contact.switchboard')).toBeTruthy();
  });

  it('never shows the switchboard of a centre', () => {
    render(<ContactView id="dv-center-14" scope={undefined} />);
    expect(call()).toEqual([]);
    expect(screen.queryByText('ui.contact.label_representative')).toBeNull();
  });

  it('prints no number unless it is ticked', async () => {
    render(<ContactView id="municipality-13101" scope={undefined} />);
    expect(await paper()).toContain('/BLANK');
    expect(await paper()).not.toContain('03-0000-0001');
    await userEvent.click(screen.getByRole('checkbox', { name: 'ui.contact.print_numbers' }));
    expect(await paper()).toContain('/03-0000-0001');
  });

  it('marks what does not answer until the consultation ends', async () => {
    render(<ContactView id="municipality-13101" scope={undefined} />);
    await userEvent.click(screen.getByRole('button', { name: 'ui.report.mark' }));
    expect(document.querySelector('.contact__phone')?.getAttribute('data-failing')).toBe('true');
    await userEvent.click(screen.getByRole('button', { name: 'ui.report.open' }));
    expect(nav.screen.value).toEqual({ name: 'report', id: 'municipality-13101' });
    endConsultation();
    expect(failing.value.size).toBe(0);
  });
});

describe('ReportView', () => {
  beforeEach(() => openSample());
  afterEach(cleanup);

  it('shows the same text beside the code on the screen and on the slip, and no name', () => {
    render(<ReportView id="kyokai-13" />);
    const texts = [...document.querySelectorAll('pre')].map((pre) => pre.textContent);
    expect(texts).toHaveLength(2);
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]).toMatch(new RegExp(`^contact kyokai-13\nrelease ${current.value?.id}\nday \\d{4}-\\d\\d-\\d\\d$`));
    expect(document.body.textContent).not.toContain('Kyokai Alpha');
    expect(screen.getAllByRole('img', { name: 'ui.report.qr' })).toHaveLength(2);
  });
});
