import { chosenFor, draft } from '../../app/draft';
import { consultation } from '../../consultation/consultation';
import { Both } from '../../parts/Both';
import { ChoiceList } from '../../parts/ChoiceList';
import { ScreenHeading } from '../../parts/ScreenHeading';

/** A question for her to read and to answer by pointing. What she points at is chosen when the counselor goes back. */
export function FacingFact({ id }: { id: string }) {
  const fact = consultation.fact(id);
  if (!fact) return null;
  return (
    <>
      <ScreenHeading of={`facing-${id}`}>
        <Both id={`fact.${id}.ask`} />
      </ScreenHeading>
      <ChoiceList
        fact={fact}
        chosen={chosenFor(id)}
        hints={false}
        legend={<Both id={fact.many ? 'ui.facing.point_many' : 'ui.facing.point'} />}
        onChoose={(options) => {
          draft.value = { fact: id, options };
        }}
      />
    </>
  );
}
