import { Both } from '../../parts/Both';
import { Fold } from '../../parts/Fold';
import { LocalWindow, RegionTag } from '../../parts/LocalWords';
import type { LocalWindow as Local } from '../../parts/local';
import { T } from '../../parts/T';

/** The windows of the region, before anything from the directory: somebody there looks after them. */
export function RegionWindows({ windows }: { windows: readonly Local[] }) {
  if (windows.length === 0) return null;
  return (
    <section class="local" aria-labelledby="region-windows">
      <h2 id="region-windows" class="local__label">
        <T id="ui.region.windows" /> <RegionTag />
      </h2>
      {windows.map(({ field, window }) => (
        <Fold key={field.id} open={windows.length === 1} summary={<Both id={`local.${field.id}.label`} />}>
          <LocalWindow window={window} />
        </Fold>
      ))}
    </section>
  );
}
