import { Prose } from './Prose';
import { T } from './T';

/** A part of a paper under its own heading; nothing when there is nothing to say. */
export function SheetSection({ title, text }: { title: string; text: string | null }) {
  return (
    text && (
      <section class="sheet__step">
        <h2 class="sheet__steptitle">
          <T id={title} />
        </h2>
        <Prose text={text} />
      </section>
    )
  );
}
