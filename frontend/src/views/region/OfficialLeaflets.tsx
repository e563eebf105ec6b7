import { current } from '../../app/current';
import { Icon } from '../../parts/Icon';
import { RegionTag } from '../../parts/LocalWords';
import { T } from '../../parts/T';
import { langOf, Words } from '../../parts/Words';
import { longDate } from '../../text/date';
import { t } from '../../text/text';
import { SOURCE } from '../../text/words';

/** The region's official leaflets. They are on the device: the worker opens them without a network too. */
export function OfficialLeaflets() {
  const files = current.value?.region?.files ?? [];
  if (files.length === 0) return null;
  return (
    <section class="section" aria-labelledby="official-leaflets">
      <h2 id="official-leaflets">
        <T id="ui.region.files" /> <RegionTag />
      </h2>
      <p>
        <T id="ui.region.files_note" />
      </p>
      <ul class="cites">
        {files.map(({ hash, title, pages, bytes, added_on }) => (
          <li key={hash} class="cite">
            <a
              class="cite__link"
              href={`/files/${hash}.pdf`}
              rel="noreferrer noopener"
              target="_blank"
              aria-label={`${title} ${t('ui.link.new_tab')}`}
            >
              <Icon name="print" />{' '}
              <span {...langOf(SOURCE)}>
                <Words text={title} lang={SOURCE} />
              </span>
            </a>
            <span class="cite__data">
              <T
                id="ui.region.file_data"
                args={{ pages, kilobytes: Math.ceil(bytes / 1000), day: longDate(added_on) }}
              />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
