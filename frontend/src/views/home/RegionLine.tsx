import { current, regionFailed } from '../../app/current';
import { nav } from '../../app/screen';
import { Icon } from '../../parts/Icon';
import { T } from '../../parts/T';

/** Whose text this is: a region's, or that of the whole country. */
export function regionTitle(): { id: string; args?: { name: string } } {
  const name = current.value?.region?.name;
  return name ? { id: 'ui.region.of', args: { name } } : { id: 'ui.region.national' };
}

/** Whose text this is, with the way to see what is its own. */
export function RegionButton() {
  return (
    <button type="button" class="button" data-kind="quiet" onClick={() => nav.go({ name: 'region' })}>
      <T {...regionTitle()} />
      <Icon name="forward" />
    </button>
  );
}

/** Why a link did not bring its region. */
export function RegionFailed() {
  const failed = regionFailed.value;
  return failed ? (
    <p class="note" role="alert">
      <T id={`ui.region.failed_${failed}`} />
    </p>
  ) : null;
}
