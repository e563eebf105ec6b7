import { has, t } from '../text/text';
import { Both, BothProse } from './Both';
import { Prose } from './Prose';
import { T } from './T';

interface Props {
  /** What the list is of; its class names. */
  kind: 'route' | 'terms';
  /** The message whose fields are shown, such as `route.kyokai`. */
  of: string;
  /** The messages that name the fields, such as `ui.route`. */
  labels: string;
  fields: readonly string[];
}

/** Named texts under each other; those of a route are the counselor's. A field without a text is left out. */
export function Terms({ kind, of, labels, fields }: Props) {
  return (
    <dl class={kind}>
      {fields.map((field) => {
        return (
          has(`${of}.${field}`) && (
            <div key={field} class={`${kind}__row`}>
              <dt>{kind === 'terms' ? <Both id={`${labels}.${field}`} /> : <T id={`${labels}.${field}`} />}</dt>
              <dd>{kind === 'terms' ? <BothProse id={`${of}.${field}`} /> : <Prose text={t(`${of}.${field}`)} />}</dd>
            </div>
          )
        );
      })}
    </dl>
  );
}
