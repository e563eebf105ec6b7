import { typed } from '../../app/lookup';
import { nav } from '../../app/screen';
import { Fold } from '../../parts/Fold';
import { Icon } from '../../parts/Icon';
import { Prose } from '../../parts/Prose';
import { T } from '../../parts/T';
import { stepText, t } from '../../text/text';
import type { Scope } from './scope';

const EXAMPLES = ['number', 'name', 'place'] as const;

/** Before anything is typed: what can be typed, each to try with a tap. */
export function Examples({ scope }: { scope: Scope }) {
  return (
    <section class="examples" aria-labelledby="examples">
      <h2 id="examples">
        <T id="ui.lookup.examples" />
      </h2>
      <ul class="examples__list">
        {EXAMPLES.filter((name) => scope === undefined || name === 'place').map((name) => (
          <li key={name}>
            <button
              type="button"
              class="quick__link"
              onClick={() => {
                typed.value = t(`ui.lookup.example_${name}`);
                document.getElementById('look-up')?.focus();
              }}
            >
              <span>
                <span class="examples__what">
                  <T id={`ui.lookup.example_${name}_what`} />
                </span>
                <span class="examples__text">{t(`ui.lookup.example_${name}`)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** When nothing is found: there is always another way, and a person to ask. */
export function NoHits() {
  const steps = stepText('find_insurer', undefined, 'do');
  return (
    <section class="nohits">
      <h2>
        <T id="ui.lookup.none_title" />
      </h2>
      <Prose text={t('ui.lookup.none')} />
      {steps && (
        <Fold kind="boxed" summary={<T id="step.find_insurer.title" />}>
          <Prose text={steps} />
        </Fold>
      )}
      <button type="button" class="button" onClick={() => nav.go({ name: 'route', id: 'unknown' })}>
        <T id="ui.lookup.none_open" />
        <Icon name="forward" />
      </button>
    </section>
  );
}
