import { failing } from '../../app/lookup';
import { nav } from '../../app/screen';
import type { Hit } from '../../lookup/search';
import { ruby } from '../../parts/Ruby';
import { t } from '../../text/text';
import type { Scope } from './scope';

/** Moves the focus along the list; before the first lies the field. */
function move(e: KeyboardEvent): void {
  const list = e.currentTarget;
  if (!(list instanceof HTMLElement)) return;
  const buttons = [...list.querySelectorAll<HTMLElement>('button')];
  const at = buttons.indexOf(document.activeElement as HTMLElement);
  const field = document.getElementById('look-up');
  const ways: Record<string, HTMLElement | null | undefined> = {
    ArrowDown: buttons[at + 1],
    ArrowUp: buttons[at - 1] ?? field,
    Home: buttons[0],
    End: buttons.at(-1),
    Escape: field,
  };
  const target = ways[e.key];
  if (!target) return;
  e.preventDefault();
  target.focus();
}

/** One hit: what it is called, what it is, where, and why it is shown. */
function HitRow({ hit, scope }: { hit: Hit; scope: Scope }) {
  const crossed = failing.value.has(hit.id);
  return (
    <li>
      <button
        type="button"
        class="hit"
        data-failing={crossed}
        onClick={() => nav.go({ name: 'contact', id: hit.id, scope })}
      >
        <span class="hit__text">
          <span class="hit__name">{hit.name}</span>
          <span class="hit__data">
            <span class="tag">{ruby(t(`ui.lookup.kind_${hit.kind}`))}</span>
            {hit.area}
          </span>
          <span class="hit__why">{ruby(t(hit.why.id, hit.why.args))}</span>
          {crossed && <span class="hit__mark">{ruby(t('ui.report.marked_short'))}</span>}
        </span>
      </button>
    </li>
  );
}

/** What was found, best first. Arrow keys walk through it as well as Tab. */
export function HitList({ id, hits, scope }: { id: string; hits: readonly Hit[]; scope: Scope }) {
  return (
    <ul id={id} class="hits" onKeyDown={move}>
      {hits.map((hit, i) => (
        // By place, not by ID: with every key the rows change their words, and none is taken down and built anew.
        <HitRow key={i} hit={hit} scope={scope} />
      ))}
    </ul>
  );
}
