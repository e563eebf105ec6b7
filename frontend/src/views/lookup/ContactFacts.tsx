import type { ComponentChildren } from 'preact';
import { CheckedOn } from '../../parts/ContactStatus';
import { OutLink } from '../../parts/OutLink';
import { T } from '../../parts/T';
import type { Found } from './found';

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    children && (
      <div class="terms__row">
        <dt>
          <T id={`ui.contact.fact_${name}`} />
        </dt>
        <dd>{children}</dd>
      </div>
    )
  );
}

/** What else is known of a contact, and whose word it is. */
export function ContactFacts({ found }: { found: Found }) {
  const { kana, number, postal, address, url, source, verifiedOn } = found;
  return (
    <section class="section" aria-labelledby="facts">
      <h2 id="facts">
        <T id="ui.contact.facts" />
      </h2>
      <dl class="terms">
        <Fact name="kana">{kana}</Fact>
        <Fact name="number">{number && <span class="contact__number">{number}</span>}</Fact>
        <Fact name="address">{(postal ?? address) && [postal, address].filter(Boolean).join(' ')}</Fact>
        <Fact name="url">{url && <OutLink url={url} />}</Fact>
        <Fact name="source">
          {source && (
            <>
              {source.title}
              <span class="contact__publisher">{source.publisher}</span>
              <OutLink url={source.url} />
              {verifiedOn && <CheckedOn day={verifiedOn} />}
            </>
          )}
        </Fact>
        <Fact name="id">
          <span class="contact__id">{found.id}</span>
        </Fact>
      </dl>
    </section>
  );
}
