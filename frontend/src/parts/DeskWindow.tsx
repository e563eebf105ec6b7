import type { ComponentChildren } from 'preact';
import { Fold } from './Fold';
import { LocalWindow, RegionTag } from './LocalWords';
import { windowOf } from './local';
import { T } from './T';

/** Where the region names the very window, that stands first, and what holds everywhere is folded below it. */
export function DeskWindow({ desk, children }: { desk: string; children: ComponentChildren }) {
  const local = windowOf(desk);
  if (!local) return <>{children}</>;
  return (
    <>
      <div class="local">
        <RegionTag />
        <LocalWindow window={local.window} />
      </div>
      <Fold summary={<T id="ui.region.national_desk" />}>{children}</Fold>
    </>
  );
}
