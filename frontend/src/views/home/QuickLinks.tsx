import { nav, type Screen } from '../../app/screen';
import { consultation } from '../../consultation/consultation';
import { Icon, type IconName } from '../../parts/Icon';
import { T } from '../../parts/T';

interface Link {
  text: string;
  icon: IconName;
  screen: Screen;
}

function LinkList({ links, title }: { links: Link[]; title: string }) {
  return (
    <section class="quick" aria-labelledby={title}>
      <h2 id={title} class="quick__title">
        <T id={title} />
      </h2>
      <ul class="quick__list">
        {links.map(({ text, icon, screen }) => (
          <li key={text}>
            <button type="button" class="quick__link" onClick={() => nav.go(screen)}>
              <Icon name={icon} />
              <span>
                <T id={text} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is used without a consultation. Only what this release really holds. */
export function QuickLinks() {
  const guide = consultation.guide.value;
  if (!guide) return null;
  const ids = guide.explain.map(({ id }) => id);
  if (guide.timeline.length > 0 && !ids.includes('timeline')) ids.splice(2, 0, 'timeline');
  const pages = ids.map((id): Link => ({ text: `ui.page.${id}`, icon: 'show', screen: { name: 'page', id } }));
  const tools: Link[] = [{ text: 'ui.quick.about', icon: 'info', screen: { name: 'about' } }];
  if (guide.changes.length > 0)
    tools.unshift({ text: 'ui.changes.title', icon: 'calendar', screen: { name: 'changes' } });
  if (guide.practice.length > 0)
    tools.unshift({ text: 'ui.practice.title', icon: 'speak', screen: { name: 'practice' } });
  tools.unshift({ text: 'ui.quick.helplines', icon: 'phone', screen: { name: 'helplines' } });
  tools.unshift({ text: 'ui.lookup.title', icon: 'find', screen: { name: 'lookup' } });
  tools.unshift({ text: 'ui.leaflet.title', icon: 'print', screen: { name: 'leaflets' } });
  if (guide.checklists.length > 0) {
    tools.unshift({ text: 'ui.quick.checklists', icon: 'list', screen: { name: 'checklists' } });
  }
  return (
    <>
      <LinkList title="ui.home.explain" links={pages} />
      <LinkList title="ui.home.tools" links={tools} />
    </>
  );
}
