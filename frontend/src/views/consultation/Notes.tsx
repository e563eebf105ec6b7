import type { Fact } from '../../engine/bundle.gen';
import { BothProse } from '../../parts/Both';
import { Fold } from '../../parts/Fold';
import { Prose } from '../../parts/Prose';
import { T } from '../../parts/T';
import { has, t } from '../../text/text';

const NOTES = ['why', 'how'] as const;

/** For the counselor: why this is asked, and how to ask it gently. */
export function Notes({ fact }: { fact: Fact }) {
  return (
    <div class="notes">
      {NOTES.map((note) => {
        const id = `fact.${fact.id}.${note}`;
        return (
          has(id) && (
            <Fold key={`${fact.id}-${note}`} summary={<T id={`ui.ask.${note}`} />}>
              {note === 'why' ? <BothProse id={id} /> : <Prose text={t(id)} />}
            </Fold>
          )
        );
      })}
    </div>
  );
}
