import { maybe } from '../text/text';
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

/** Named texts under each other. A field without a text is left out. */
export function Terms({ kind, of, labels, fields }: Props) {
  return (
    <dl class={kind}>
      {fields.map((field) => {
        const text = maybe(`${of}.${field}`);
        return (
          text && (
            <div key={field} class={`${kind}__row`}>
              <dt>
                <T id={`${labels}.${field}`} />
              </dt>
              <dd>
                <Prose text={text} />
              </dd>
            </div>
          )
        );
      })}
    </dl>
  );
}
