import { blocks } from '../text/blocks';
import { Ruby } from './Ruby';

/** A text of several lines: paragraphs and lists, as the guidance writes them. */
export function Prose({ text, size = 'normal' }: { text: string; size?: 'normal' | 'small' | 'large' }) {
  return (
    <div class="prose" data-size={size}>
      {blocks(text).map((block, i) =>
        block.kind === 'list' ? (
          <ul key={i} class="prose__list">
            {block.items.map((item) => (
              <li key={item}>
                <Ruby text={item} />
              </li>
            ))}
          </ul>
        ) : (
          <p key={i}>
            <Ruby text={block.text} />
          </p>
        ),
      )}
    </div>
  );
}
