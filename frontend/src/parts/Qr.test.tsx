import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { Qr, qrPath } from './Qr';

describe('qrPath', () => {
  it('draws every run of dark modules once', () => {
    expect(
      qrPath([
        [true, true, false],
        [false, false, false],
        [false, true, true],
      ]),
    ).toBe('M0 0h2v1H0zM1 2h2v1H1z');
  });
});

describe('Qr', () => {
  afterEach(cleanup);

  it('is a picture with a name, of square modules and a quiet zone', () => {
    render(<Qr text="contact kyokai-13" label="the record" />);
    const picture = screen.getByRole('img', { name: 'the record' });
    const [, , width = 0, height = 0] = (picture.getAttribute('viewBox') ?? '').split(' ').map(Number);
    expect(width).toBe(height);
    // The finder pattern: seven modules behind a quiet zone of four.
    expect(picture.querySelector('.qr__ink')?.getAttribute('d')).toMatch(/^M4 4h7v1H4z/);
  });
});
