import { blocks, linesOf, shapeOf } from '../text/blocks';
import { maybePair, type Pair, pair } from '../text/pair';
import type { ArgsIn, Sentence } from '../text/words';
import { Lines, type Size } from './Prose';
import { T } from './T';
import { langOf, Said, Words } from './Words';

/** Says of a translation that its Japanese has changed since. */
function Stale({ of }: { of: Sentence }) {
  return of.stale ? (
    <span class="both__stale">
      <T id="ui.language.stale" />
    </span>
  ) : null;
}

function Side({ name, of: { lang }, text }: { name: 'hers' | 'ours'; of: Sentence; text: string }) {
  return (
    <span class={`both__${name}`} {...langOf(lang)}>
      <Words text={text} lang={lang} />
    </span>
  );
}

/** A message that is at hand already. */
export function BothOf({ pair: { main, under } }: { pair: Pair }) {
  if (!under) return <Said of={main} />;
  return (
    <span class="both">
      <Side name="hers" of={main} text={main.text} /> <Side name="ours" of={under} text={under.text} />
      <Stale of={main} />
    </span>
  );
}

/** One message for the client: in her language, and beside it in the counselor's. */
export function Both({ id, args }: { id: string; args?: ArgsIn }) {
  return <BothOf pair={pair(id, args)} />;
}

/**
 * A text of several lines for the client. Line stands beside line, item beside item, so that a finger finds the place in
 * both; a translation that is built otherwise stands beside the other as a whole.
 */
export function BothProse({ id, size = 'normal' }: { id: string; size?: Size }) {
  const two = maybePair(id);
  if (!two) return null;
  const { main, under } = two;
  if (!under) {
    return (
      <div class="prose" data-size={size} {...langOf(main.lang)}>
        <Lines text={main.text} line={(text) => <Words text={text} lang={main.lang} />} />
      </div>
    );
  }
  const beside = linesOf(blocks(under.text));
  if (shapeOf(main.text) === shapeOf(under.text)) {
    return (
      <div class="prose" data-size={size} data-paired>
        <Lines
          text={main.text}
          line={(text, at) => (
            <span class="both">
              <Side name="hers" of={main} text={text} /> <Side name="ours" of={under} text={beside[at] ?? ''} />
            </span>
          )}
        />
        <Stale of={main} />
      </div>
    );
  }
  return (
    <div class="prose" data-size={size} data-paired>
      <div class="both">
        {([main, under] as const).map((side) => (
          <div key={side.lang} class={side === main ? 'both__hers' : 'both__ours'} {...langOf(side.lang)}>
            <Lines text={side.text} line={(text) => <Words text={text} lang={side.lang} />} />
          </div>
        ))}
      </div>
      <Stale of={main} />
    </div>
  );
}
