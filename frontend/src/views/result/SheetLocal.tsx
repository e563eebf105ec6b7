import { current } from '../../app/current';
import { Both } from '../../parts/Both';
import { LocalSaid } from '../../parts/LocalWords';
import { localsAt } from '../../parts/local';
import { T } from '../../parts/T';

/** What the region says beside a step, on paper, under the region's name. */
export function SheetLocal({ step }: { step: string }) {
  const all = localsAt(step);
  const region = current.value?.region?.name;
  if (all.length === 0) return null;
  return (
    <div class="sheet__part" data-part="local">
      <p class="sheet__label">
        {region ? <T id="ui.region.sheet_here" args={{ region }} /> : <T id="ui.region.sheet_here_national" />}
      </p>
      {all.map((local) => (
        <div key={local.field.id}>
          <p>
            <Both id={`local.${local.field.id}.label`} />
          </p>
          <LocalSaid local={local} />
        </div>
      ))}
    </div>
  );
}
