import { leafletChoice } from '../../app/leaflet';
import type { LeafletStep } from '../../app/screen';
import { ChooseView } from './ChooseView';
import { useLeaflets } from './LeafletsView';
import { PrintView } from './PrintView';
import { NoPaperView, TakeHomeView } from './TakeHomeView';

/** A leaflet on its way to the printer. Nothing is shown where nothing is chosen, as after the end of a consultation. */
export function LeafletView({ step }: { step: LeafletStep }) {
  const leaflets = useLeaflets();
  const choice = leafletChoice.value;
  const leaflet = leaflets?.find(({ id }) => id === choice?.id);
  if (!leaflets || !choice || !leaflet) return null;
  switch (step) {
    case 'choose':
      return <ChooseView leaflet={leaflet} choice={choice} />;
    case 'home':
      return <TakeHomeView choice={choice} leaflets={leaflets} />;
    case 'none':
      return <NoPaperView leaflets={leaflets} />;
    case 'print':
      return <PrintView leaflet={leaflet} choice={choice} />;
  }
}
