import { t } from '../text/text';
import { Ruby } from './Ruby';

/** One message of the text, by its ID. */
export function T({ id, args }: { id: string; args?: Record<string, string | number> }) {
  return <Ruby text={t(id, args)} />;
}
