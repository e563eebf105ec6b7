import { current, updateFault } from '../../app/current';
import { nav } from '../../app/screen';
import { days } from '../../consultation/day';
import { SourceLine } from '../../parts/Cites';
import { Fold } from '../../parts/Fold';
import { OutLink } from '../../parts/OutLink';
import { Prose } from '../../parts/Prose';
import { ScreenHeading } from '../../parts/ScreenHeading';
import { T } from '../../parts/T';
import { TopBar } from '../../parts/TopBar';
import { longDate } from '../../text/date';
import { t } from '../../text/text';
import { regionTitle } from '../home/RegionLine';
import { Accessibility } from './Accessibility';
import { Languages } from './Languages';

const PARTS = ['purpose', 'hide', 'privacy', 'limits', 'offline', 'access', 'licence'] as const;

function Version() {
  const release = current.value;
  if (!release) return null;
  const { guide } = release;
  const late = guide.review_by < days.today.value;
  return (
    <section class="section">
      <h2>
        <T id="ui.about.version" />
      </h2>
      <dl class="terms">
        <div class="terms__row">
          <dt>
            <T id="ui.region.whose" />
          </dt>
          <dd>
            <T {...regionTitle()} />{' '}
            <button type="button" class="button" data-kind="small" onClick={() => nav.go({ name: 'region' })}>
              <T id="ui.region.open" />
            </button>
          </dd>
        </div>
        <div class="terms__row">
          <dt>
            <T id="ui.about.release" />
          </dt>
          <dd class="about__release">{release.id}</dd>
        </div>
        <div class="terms__row">
          <dt>
            <T id="ui.about.reviewed" />
          </dt>
          <dd>{longDate(guide.reviewed_on)}</dd>
        </div>
        <div class="terms__row">
          <dt>
            <T id="ui.about.review_by" />
          </dt>
          <dd>
            {longDate(guide.review_by)} <T id={late ? 'ui.about.review_late' : 'ui.about.review_good'} />
          </dd>
        </div>
        <div class="terms__row">
          <dt>
            <T id="ui.about.covers" />
          </dt>
          <dd>
            <T id="ui.timeline.since" args={{ from: longDate(guide.covers_from) }} />
          </dd>
        </div>
      </dl>
      {updateFault.value && (
        <p class="note">
          <T id={`ui.banner.${updateFault.value}`} />
        </p>
      )}
    </section>
  );
}

/** Whose data the directory is made of, under which terms, and how old it is. */
function DataSources() {
  const sources = current.value?.directory().sources ?? [];
  return (
    <Fold kind="boxed" summary={<T id="ui.contact.data_count" args={{ count: sources.length }} />}>
      <ul class="cites">
        {sources.map((source) => (
          <li key={source.id} class="cite">
            <span class="cite__title">{source.title}</span>
            <span class="cite__data">
              {source.publisher}
              <T id="ui.contact.data_licence" args={{ name: source.licence }} />
              <T id="ui.contact.data_retrieved" args={{ day: longDate(source.retrieved) }} />
              <T id="ui.contact.data_verified" args={{ day: longDate(source.verified_on), name: source.verified_by }} />
            </span>
            <OutLink url={source.url} />
          </li>
        ))}
      </ul>
    </Fold>
  );
}

/** What this app is, how fresh it is, what it does with what is typed, and what it cannot do. */
export function AboutView() {
  const sources = current.value?.guide.sources ?? [];
  return (
    <div class="page">
      <TopBar />
      <ScreenHeading of="about">
        <T id="ui.quick.about" />
      </ScreenHeading>
      <Version />
      <Languages />
      {PARTS.map((part) => (
        <section key={part} class="section">
          <h2 {...(part === 'access' ? { id: 'accessibility' } : {})}>
            <T id={`ui.about.${part}_title`} />
          </h2>
          <Prose text={t(`ui.about.${part}`)} />
          {part === 'access' && <Accessibility />}
          {part === 'licence' && (
            <>
              <p>
                <a
                  class="about__link"
                  href="https://github.com/Yut8853/fukushi-portal"
                  rel="noreferrer noopener"
                  target="_blank"
                >
                  https://github.com/Yut8853/fukushi-portal
                </a>
              </p>
              <p>
                <a class="about__link" href="/licences.txt" rel="noreferrer noopener" target="_blank">
                  <T id="ui.about.licence_all" />
                </a>
              </p>
            </>
          )}
        </section>
      ))}
      <section class="section">
        <h2>
          <T id="ui.about.sources" />
        </h2>
        <Fold kind="boxed" summary={<T id="ui.about.sources_count" args={{ count: sources.length }} />}>
          <ul class="cites">
            {sources.map((source) => (
              <li key={source.id} class="cite">
                <SourceLine source={source} />
              </li>
            ))}
          </ul>
        </Fold>
        <DataSources />
      </section>
    </div>
  );
}
