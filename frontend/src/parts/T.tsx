import { t } from '../text/text';
import { type ArgsIn, ours } from '../text/words';
import { Ruby } from './Ruby';
import { Said } from './Words';

/** One message for the counselor, by its ID. */
export function T({ id, args }: { id: string; args?: ArgsIn }) {
  const said = ours(id, args);
  return said ? <Said of={said} /> : <Ruby text={t(id)} />;
}
