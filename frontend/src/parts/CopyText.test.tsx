import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setText } from '../text/text';
import { CopyText } from './CopyText';

describe('CopyText', () => {
  beforeEach(() => setText({ locale: 'ja', messages: {}, readings: {} }, { strict: false }));
  afterEach(cleanup);

  it('copies the text and says so', async () => {
    const user = userEvent.setup();
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    render(<CopyText text="the record" />);
    await user.click(screen.getByRole('button'));
    expect(write).toHaveBeenCalledWith('the record');
    expect(screen.getByRole('status').textContent).toBe('ui.copy.done');
  });

  it('says when copying is not allowed', async () => {
    const user = userEvent.setup();
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'));
    render(<CopyText text="the record" />);
    await user.click(screen.getByRole('button'));
    expect(screen.getByRole('status').textContent).toBe('ui.copy.failed');
  });
});
