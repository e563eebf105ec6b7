import { useState } from 'preact/hooks';
import { Icon } from './Icon';
import { T } from './T';

/** A button that copies a text, and says whether it worked. */
export function CopyText({ text }: { text: string }) {
  const [state, setState] = useState<'ready' | 'done' | 'failed'>('ready');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState('done');
    } catch {
      // Not allowed here (an old browser, a policy): she can still select the text.
      setState('failed');
    }
  };
  return (
    <div class="copy">
      <button type="button" class="button" onClick={copy}>
        <Icon name="copy" />
        <T id="ui.copy.action" />
      </button>
      <p class="copy__state" role="status" data-state={state}>
        {state === 'done' && <T id="ui.copy.done" />}
        {state === 'failed' && <T id="ui.copy.failed" />}
      </p>
    </div>
  );
}
