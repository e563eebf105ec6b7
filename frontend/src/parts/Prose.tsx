import type { ComponentChild } from 'preact';
import { blocks } from '../text/blocks';
import { Ruby } from './Ruby';

/** How large a text stands. */
export type Size = 'normal' | 'small' | 'large';

interface LinesProps {
  text: string;
  /** Draws a paragraph or an item; `at` is its place among all of them. */
  line: (text: string, at: number) => ComponentChild;
}

/** The paragraphs and lists of a text, each drawn by `line`. */
export function Lines({ text, line }: LinesProps) {
  let at = 0;
  return (
    <>
      {blocks(text).map((block, i) =>
        block.kind === 'list' ? (
          <ul key={i} class="prose__list">
            {block.items.map((item, j) => (
              <li key={j}>{line(item, at++)}</li>
            ))}
          </ul>
        ) : (
          <p key={i}>{line(block.text, at++)}</p>
        ),
      )}
    </>
  );
}

/** A text of several lines: paragraphs and lists, as the guidance writes them. */
export function Prose({ text, size = 'normal' }: { text: string; size?: Size }) {
  return (
    <div class="prose" data-size={size}>
      <Lines text={text} line={(one) => <Ruby text={one} />} />
    </div>
  );
}
