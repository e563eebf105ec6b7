import { current } from '../../app/current';
import { Both } from '../../parts/Both';
import { HelplineCard } from '../../parts/HelplineCard';
import { Reference } from '../../parts/LanguagePicker';
import { PaperFoot } from '../../parts/PaperFoot';
import { ScreenHeading } from '../../parts/ScreenHeading';
import { T } from '../../parts/T';
import { TopBar } from '../../parts/TopBar';

const GROUPS = ['danger', 'consult', 'card', 'law'] as const;

/** Every number we know, by what it is for, with the day on which it was verified. */
export function HelplinesView() {
  const lines = current.value?.helplines ?? [];
  return (
    <div class="page" data-width="wide">
      <TopBar />
      <ScreenHeading of="helplines">
        <T id="ui.quick.helplines" />
      </ScreenHeading>
      <Reference />
      <PaperFoot />
      <p>
        <T id="ui.helpline.lead" />
      </p>
      {GROUPS.map((group) => {
        const members = lines.filter((line) => line.group === group);
        return (
          members.length > 0 && (
            <section key={group} class="section">
              <h2>
                <Both id={`ui.group.${group}`} />
              </h2>
              <div class="helplines">
                {members.map((line) => (
                  <HelplineCard key={line.id} line={line} />
                ))}
              </div>
            </section>
          )
        );
      })}
    </div>
  );
}
