import { consultation } from '../../consultation/consultation';
import { Prose } from '../../parts/Prose';
import { ScreenHeading } from '../../parts/ScreenHeading';
import { T } from '../../parts/T';
import { stepText } from '../../text/text';
import { Pointing } from './Pointing';

/** The words of a step for her, and a way to answer without speaking. */
export function FacingStep({ id }: { id: string }) {
  const variant = consultation.plan.value?.steps.find((step) => step.id === id)?.period.variant;
  const say = stepText(id, variant, 'say');
  return (
    <>
      <ScreenHeading of={`facing-${id}`}>
        <T id="ui.facing.step" />
      </ScreenHeading>
      {say && <Prose text={say} size="large" />}
      <Pointing />
    </>
  );
}
