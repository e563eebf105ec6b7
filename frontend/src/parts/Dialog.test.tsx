import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { beginSample } from '../testing/sample';
import { Dialog } from './Dialog';

const close = vi.fn();

beforeEach(() => {
  close.mockReset();
  beginSample();
});
afterEach(cleanup);

test('a dialog that the browser closes by itself is closed for the app too', () => {
  render(
    <Dialog title="title" onClose={close}>
      text
    </Dialog>,
  );
  screen.getByRole<HTMLDialogElement>('dialog').close();
  expect(close).toHaveBeenCalledOnce();
});

test('a dialog that is taken away, as by the cover, is not closed for good', () => {
  const { unmount } = render(
    <Dialog title="title" onClose={close}>
      text
    </Dialog>,
  );
  unmount();
  expect(close).not.toHaveBeenCalled();
});
