import { nav } from '../../app/screen';
import type { NumberReading } from '../../lookup/number';
import { Icon } from '../../parts/Icon';
import { Sign } from '../../parts/Sign';
import { T } from '../../parts/T';
import { t } from '../../text/text';
import { index } from './directory';
import { type NumberPart, partsOf } from './numberParts';
import { routeFor } from './scope';

/** What a part says; empty while it says nothing. */
function meaningOf({ name, missing }: NumberPart, reading: NumberReading): string {
  const prefecture = index.value?.directory.prefectures.find(({ number }) => number === reading.prefecture);
  if (missing > 0) return '';
  switch (name) {
    case 'scheme':
      return reading.scheme || t('ui.lookup.part_unlisted');
    case 'prefecture':
      return prefecture?.name ?? t('ui.lookup.part_unlisted');
    case 'insurer':
      return reading.note.args.name ?? t('ui.lookup.part_insurer_unknown');
    case 'check':
      return t(reading.check_digit_ok ? 'ui.lookup.part_check_right' : 'ui.lookup.part_check_wrong');
  }
}

function Part({ part, reading }: { part: NumberPart; reading: NumberReading }) {
  const { name, digits, missing } = part;
  const meaning = meaningOf(part, reading);
  const wrong = name === 'check' && missing === 0 && !reading.check_digit_ok;
  return (
    <div class="number__part" data-part={name} data-wrong={wrong}>
      <dt class="number__name">
        <T id={`ui.lookup.part_${name}`} />
      </dt>
      <dd class="number__digits">
        {digits}
        <span class="number__missing" aria-hidden="true">
          {'\u2007'.repeat(missing)}
        </span>
      </dd>
      {meaning && (
        <dd class="number__meaning">
          {name === 'check' && <Sign of={wrong ? 'no' : 'yes'} />}
          {meaning}
        </dd>
      )}
    </div>
  );
}

/** What the number says so far: its parts under their digits, and one sentence. Never that an insurer exists. */
export function NumberPanel({ reading }: { reading: NumberReading }) {
  const parts = partsOf(reading);
  const route = routeFor(reading.kind, undefined);
  return (
    <section class="number" aria-label={t('ui.lookup.number_title')}>
      {parts && (
        <dl class="number__parts">
          {parts.map((part) => (
            <Part key={part.name} part={part} reading={reading} />
          ))}
        </dl>
      )}
      <p class="number__note">
        <T id={reading.note.id} args={reading.note.args} />
      </p>
      {reading.scheme && route && (
        <button type="button" class="button" onClick={() => nav.go({ name: 'route', id: route })}>
          <T id="ui.lookup.number_route" args={{ name: t(`route.${route}.name`) }} />
          <Icon name="forward" />
        </button>
      )}
    </section>
  );
}
