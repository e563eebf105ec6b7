// The second part of the script: what the first screens of a consultation do not need. One file, loaded whole.
import type { LaterScreen } from '../../app/screen';
import { AboutView } from '../about/AboutView';
import { ChangesView } from '../changes/ChangesView';
import { ChecklistsView } from '../checklists/ChecklistsView';
import { ChecklistView } from '../checklists/ChecklistView';
import { listenForPrints } from '../leaflets/hook';
import { LeafletsView } from '../leaflets/LeafletsView';
import { LeafletView } from '../leaflets/LeafletView';
import { ContactView } from '../lookup/ContactView';
import { LookupView } from '../lookup/LookupView';
import { ReportView } from '../lookup/ReportView';
import { PracticeView } from '../practice/PracticeView';
import { ReviewView } from '../practice/ReviewView';
import { RegionView } from '../region/RegionView';
import { RouteView } from '../route/RouteView';
import '../../styles/leaflet.css';

// From here on papers can be asked for.
listenForPrints();

/** A screen of the second part. */
export function MoreView({ screen }: { screen: LaterScreen }) {
  switch (screen.name) {
    case 'checklists':
      return <ChecklistsView />;
    case 'checklist':
      return <ChecklistView key={screen.id} id={screen.id} />;
    case 'lookup':
      return <LookupView scope={screen.scope} />;
    case 'contact':
      return <ContactView key={screen.id} id={screen.id} scope={screen.scope} />;
    case 'report':
      return <ReportView id={screen.id} />;
    case 'route':
      return <RouteView key={screen.id} id={screen.id} />;
    case 'leaflets':
      return <LeafletsView />;
    case 'leaflet':
      return <LeafletView step={screen.step} />;
    case 'about':
      return <AboutView />;
    case 'region':
      return <RegionView />;
    case 'changes':
      return <ChangesView />;
    case 'practice':
      return <PracticeView />;
    case 'review':
      return <ReviewView />;
  }
}
