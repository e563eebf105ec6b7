import { AskView } from '../views/consultation/AskView';
import { FacingView } from '../views/facing/FacingView';
import { HelplinesView } from '../views/helplines/HelplinesView';
import { HomeView } from '../views/home/HomeView';
import { PageView } from '../views/page/PageView';
import { ResultView } from '../views/result/ResultView';
import { Banners } from './Banners';
import { CoverScreen } from './CoverScreen';
import { covered } from './cover';
import { EndDialog } from './EndDialog';
import { Header } from './Header';
import { IdleDialog } from './IdleDialog';
import { Later } from './Later';
import { PracticeBar } from './PracticeBar';
import { SettingsDialog } from './SettingsDialog';
import { nav, type Screen } from './screen';

function View({ screen }: { screen: Screen }) {
  switch (screen.name) {
    case 'home':
      return <HomeView />;
    case 'ask':
      return <AskView fact={screen.fact} />;
    case 'result':
      return <ResultView />;
    case 'page':
      return <PageView key={screen.id} id={screen.id} />;
    case 'helplines':
      return <HelplinesView />;
    case 'facing':
      return <FacingView subject={screen.subject} />;
    default:
      return <Later screen={screen} />;
  }
}

function Main() {
  const screen = nav.screen.value;
  if (screen.name === 'facing') {
    return (
      <main id="main" class="main" data-facing>
        <View screen={screen} />
      </main>
    );
  }
  return (
    <>
      <Header />
      <main id="main" class="main">
        <Banners />
        <PracticeBar />
        <View screen={screen} />
      </main>
    </>
  );
}

function Cover() {
  return covered.value ? <CoverScreen /> : null;
}

/**
 * The whole app. Under the cover the shell is hidden: nothing of it can be seen, read, found or reached, and a long screen
 * costs no time. The signal goes straight to the attribute, so covering renders nothing but the calendar.
 */
export function App() {
  return (
    <>
      <div class="shell" hidden={covered}>
        <Main />
        <SettingsDialog />
        <EndDialog />
        <IdleDialog />
      </div>
      <Cover />
    </>
  );
}
