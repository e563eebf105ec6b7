import { nav } from '../../app/screen';
import { consultation } from '../../consultation/consultation';
import { Icon } from '../../parts/Icon';
import { Prose } from '../../parts/Prose';
import { ScreenHeading } from '../../parts/ScreenHeading';
import { T } from '../../parts/T';
import { TopBar } from '../../parts/TopBar';
import { maybe } from '../../text/text';

/** Every checklist of the release, with how much of it is ticked. */
export function ChecklistsView() {
  const done = consultation.done.value;
  return (
    <div class="page">
      <TopBar />
      <ScreenHeading of="checklists">
        <T id="ui.quick.checklists" />
      </ScreenHeading>
      <ul class="cards">
        {consultation.guide.value?.checklists.map(({ id, items }) => {
          const lead = maybe(`checklist.${id}.lead`);
          const ticked = items.filter((item) => done.has(`checklist.${id}.${item.id}`)).length;
          return (
            <li key={id} class="card">
              <h2 class="card__title">
                <button type="button" class="card__link" onClick={() => nav.go({ name: 'checklist', id })}>
                  <T id={`checklist.${id}.title`} />
                </button>
              </h2>
              {lead && <Prose text={lead} />}
              <p class="card__note">
                <T id="ui.checklist.count" args={{ done: ticked, all: items.length }} />
                <Icon name="forward" />
              </p>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
