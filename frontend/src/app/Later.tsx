import { T } from '../parts/T';
import { TopBar } from '../parts/TopBar';
import { loadMore, more, moreFailed } from './more';
import type { LaterScreen } from './screen';

/** A screen of the second part of the script. Whoever taps before it is there waits for it, and is told so. */
export function Later({ screen }: { screen: LaterScreen }) {
  const Screen = more.value?.MoreView;
  if (Screen) return <Screen screen={screen} />;
  return (
    <div class="page">
      <TopBar />
      {moreFailed.value ? (
        <div role="alert">
          <p>
            <T id="ui.more.failed" />
          </p>
          <div class="actions">
            <button type="button" class="button" data-kind="primary" onClick={() => void loadMore()}>
              <T id="ui.more.again" />
            </button>
          </div>
        </div>
      ) : (
        <p role="status">
          <T id="ui.more.loading" />
        </p>
      )}
    </div>
  );
}
