import { useState } from 'preact/hooks';
import { consultation } from '../../consultation/consultation';
import { Both } from '../../parts/Both';
import type { Held } from '../../parts/bands';
import { Icon } from '../../parts/Icon';
import { T } from '../../parts/T';
import { stepMessage, t } from '../../text/text';
import { StepBody } from './StepBody';

/** A step of the result: a box to tick when it is done, and everything about it on demand. */
export function StepItem({ held }: { held: Held }) {
  const [open, setOpen] = useState(false);
  const { id, step, period } = held;
  const done = consultation.done.value.has(id);
  const title = stepMessage(id, period.variant, 'title') ?? id;
  return (
    <article class="step" data-done={done}>
      <div class="step__tick">
        <input
          type="checkbox"
          autoComplete="off"
          class="step__box"
          checked={done}
          aria-label={t('ui.step.done_named', { title: t(title) })}
          onChange={() => consultation.tick(id)}
        />
      </div>
      <details class="step__details" open={open} onToggle={(e) => setOpen(e.currentTarget.open)}>
        <summary class="step__summary">
          <span class="step__head">
            <span class="step__kind" data-kind={step.kind}>
              <T id={`ui.kind.${step.kind}`} />
            </span>
            <h3 class="step__title">
              <Both id={title} />
            </h3>
          </span>
          <Icon name="down" />
        </summary>
        {open && <StepBody held={held} />}
      </details>
    </article>
  );
}
