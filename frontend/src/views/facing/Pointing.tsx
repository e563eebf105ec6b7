import { useState } from 'preact/hooks';
import { Both } from '../../parts/Both';

const REPLIES = ['yes', 'no', 'unsure'] as const;

/** Yes, no, I don't know: big enough to point at. Nothing is kept of it. */
export function Pointing() {
  const [reply, setReply] = useState<string | null>(null);
  return (
    <fieldset class="pointing">
      <legend class="unseen">
        <Both id="ui.facing.reply" />
      </legend>
      {REPLIES.map((name) => (
        <button
          key={name}
          type="button"
          class="pointing__reply"
          aria-pressed={reply === name}
          onClick={() => setReply(reply === name ? null : name)}
        >
          <Both id={`ui.facing.${name}`} />
        </button>
      ))}
    </fieldset>
  );
}
