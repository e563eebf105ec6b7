import { nav } from '../../app/screen';
import { Icon } from '../../parts/Icon';
import { T } from '../../parts/T';
import { CITY_DESKS, type Scope } from './scope';

/** The windows of a municipality: one number, many desks. The one chosen tells what to say. */
export function Windows({ id, scope }: { id: string; scope: Scope }) {
  return (
    <section class="windows" aria-labelledby="windows">
      <h2 id="windows">
        <T id="ui.contact.windows" />
      </h2>
      <ul class="windows__list">
        {CITY_DESKS.map((desk) => (
          <li key={desk}>
            <button
              type="button"
              class="button"
              data-kind="tool"
              aria-pressed={desk === scope}
              onClick={() => nav.replace({ name: 'contact', id, scope: desk === scope ? undefined : desk })}
            >
              {desk === scope && <Icon name="check" />}
              <T id={`desk.${desk}.name`} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
