import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from './Icon';

interface Props {
  summary: ComponentChildren;
  children: ComponentChildren;
  open?: boolean;
  kind?: 'plain' | 'boxed';
}

/** Something that opens on demand. What is closed is not built, so a long list stays quick. */
export function Fold({ summary, children, open = false, kind = 'plain' }: Props) {
  const [shown, setShown] = useState(open);
  return (
    <details class="fold" data-kind={kind} open={open} onToggle={(e) => setShown(e.currentTarget.open)}>
      <summary class="fold__summary">
        <Icon name="down" />
        <span class="fold__title">{summary}</span>
      </summary>
      {shown && <div class="fold__body">{children}</div>}
    </details>
  );
}
