import { languages } from '../../app/language';
import { T } from '../../parts/T';
import { t } from '../../text/text';

/** How much there is of each language, and how far it can be trusted. */
export function Languages() {
  if (languages.value.length === 0) return null;
  return (
    <section class="section">
      <h2 id="languages">
        <T id="ui.language.title" />
      </h2>
      <p>
        <T id="ui.language.explain" />
      </p>
      <table class="languages" aria-labelledby="languages">
        <thead>
          <tr>
            {['name', 'translated', 'stale', 'state'].map((column) => (
              <th key={column} scope="col">
                <T id={`ui.language.column_${column}`} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {languages.value.map(({ tag, name, messages, translated, stale, reference }) => (
            <tr key={tag}>
              <th scope="row" lang={tag}>
                {name}
              </th>
              <td>{t('ui.language.count', { translated, messages })}</td>
              <td>{stale}</td>
              <td>
                <T id={reference ? 'ui.language.reference' : 'ui.language.signed'} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
