import { consultation } from '../consultation/consultation';
import type { Cite, Source } from '../engine/bundle.gen';
import { longDate } from '../text/date';
import { t } from '../text/text';
import { Ruby } from './Ruby';
import { T } from './T';

/** What a source says about itself: title, day, how sure, address. */
export function SourceLine({ source, place }: { source: Source; place?: string | undefined }) {
  return (
    <>
      <span class="cite__title">
        <Ruby text={source.title} />
        {place && (
          <span class="cite__place">
            <Ruby text={place} />
          </span>
        )}
      </span>
      <span class="cite__data">
        <span class="tag" data-of={source.confidence}>
          <T id={`ui.confidence.${source.confidence}`} />
        </span>
        {source.issued && <T id="ui.cite.issued" args={{ day: longDate(source.issued) }} />}
        <T id="ui.cite.read" args={{ day: longDate(source.read_on) }} />
      </span>
      {source.url && (
        <a
          class="cite__link"
          href={source.url}
          rel="noreferrer noopener"
          target="_blank"
          aria-label={`${source.url} ${t('ui.link.new_tab')}`}
        >
          {source.url}
        </a>
      )}
    </>
  );
}

/** The places in the sources that a sentence rests on. */
export function Cites({ cites }: { cites: readonly Cite[] }) {
  const sources = consultation.guide.value?.sources ?? [];
  return (
    <ul class="cites">
      {cites.map((cite) => {
        const source = sources.find(({ id }) => id === cite.source);
        return (
          source && (
            <li key={`${cite.source}#${cite.place ?? ''}`} class="cite">
              <SourceLine source={source} place={cite.place} />
            </li>
          )
        );
      })}
    </ul>
  );
}
