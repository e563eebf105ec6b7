import { longDate } from '../text/date';
import { t } from '../text/text';
import type { SourceNumbers } from './sourceNumbers';
import { T } from './T';

/** The sources of a paper, under the numbers its lines use. Rendered last, when every line has taken its number. */
export function SheetSources({ numbers }: { numbers: SourceNumbers }) {
  if (numbers.used.length === 0) return null;
  return (
    <section class="sheet__sources">
      <h2 class="sheet__bandtitle">
        <T id="ui.sheet.source_list" />
      </h2>
      <ol class="sheet__sourcelist">
        {numbers.used.map(({ id, title, issued, url, read_on }) => (
          <li key={id}>
            {title} {issued && t('ui.cite.issued', { day: longDate(issued) })}{' '}
            {t('ui.cite.read', { day: longDate(read_on) })} {url}
          </li>
        ))}
      </ol>
    </section>
  );
}
