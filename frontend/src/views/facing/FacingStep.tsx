import { Both, BothProse } from '../../parts/Both';
import { ScreenHeading } from '../../parts/ScreenHeading';
import { stepSay } from './messages';
import { Pointing } from './Pointing';

/** The words of a step for her, and a way to answer without speaking. */
export function FacingStep({ id }: { id: string }) {
  const say = stepSay(id);
  return (
    <>
      <ScreenHeading of={`facing-${id}`}>
        <Both id="ui.facing.step" />
      </ScreenHeading>
      {say && <BothProse id={say} size="large" />}
      <Pointing />
    </>
  );
}
