import { current } from '../../app/current';
import { type LeafletChoice, leafletChoice } from '../../app/leaflet';
import type { Leaflet } from '../../engine/bundle.gen';
import { T } from '../../parts/T';
import { regionPart } from './regionRows';
import { Tick } from './Tick';

/** Puts what the region says onto the paper. Off until it is ticked: the name of a place can tell where she is. */
export function RegionTick({ leaflet, choice }: { leaflet: Leaflet; choice: LeafletChoice }) {
  const region = current.value?.region;
  if (!region || !regionPart(leaflet, choice.languages)) return null;
  return (
    <div class="leafletset">
      <Tick
        id="leaflet-region"
        type="checkbox"
        name="leaflet-region"
        checked={choice.region === true}
        onChange={(on) => {
          const { region: _, ...rest } = choice;
          leafletChoice.value = on ? { ...rest, region: true } : rest;
        }}
        hint={<T id="ui.region.leaflet_note" />}
      >
        <T id="ui.region.leaflet" args={{ name: region.name }} />
      </Tick>
    </div>
  );
}
