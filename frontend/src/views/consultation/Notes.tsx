import type { Fact } from '../../engine/bundle.gen';
import { Fold } from '../../parts/Fold';
import { Prose } from '../../parts/Prose';
import { T } from '../../parts/T';
import { maybe } from '../../text/text';

const NOTES = ['why', 'how'] as const;

/** For the counselor: why this is asked, and how to ask it gently. */
export function Notes({ fact }: { fact: Fact }) {
  return (
    <div class="notes">
      {NOTES.map((note) => {
        const text = maybe(`fact.${fact.id}.${note}`);
        return (
          text && (
            <Fold key={`${fact.id}-${note}`} summary={<T id={`ui.ask.${note}`} />}>
              <Prose text={text} />
            </Fold>
          )
        );
      })}
    </div>
  );
}
