import { cleanup, render } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { furigana } from '../app/settings';
import { setText } from '../text/text';
import { Ruby } from './Ruby';

const WORD = '\u4fdd\u967a';
const HIDDEN = 'aria-hidden="true"';
const READING = '\u307b\u3051\u3093';

beforeEach(() => setText({ locale: 'ja', messages: {}, readings: { [WORD]: READING } }));
afterEach(() => {
  furigana.value = false;
  cleanup();
});

it('has no reading in the document while furigana is off', () => {
  const { container } = render(<Ruby text={WORD} />);
  expect(container.innerHTML).toBe(WORD);
});

it('lays the reading over the word, with brackets for what knows no ruby', () => {
  furigana.value = true;
  const { container } = render(<Ruby text={WORD} />);
  expect(container.innerHTML).toBe(
    `<span><ruby>${WORD}<rp ${HIDDEN}>(</rp><rt ${HIDDEN}>${READING}</rt><rp ${HIDDEN}>)</rp></ruby></span>`,
  );
});
