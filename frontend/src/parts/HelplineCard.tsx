import type { Helpline } from '../release/types';
import { t } from '../text/text';
import { Both, BothProse } from './Both';
import { PhoneNumber } from './PhoneNumber';
import { T } from './T';
import { Terms } from './Terms';

const FIELDS = ['hours', 'cost', 'limits'] as const;

/** Hours, cost and limits of a line, in words. */
export function HelplineTerms({ line }: { line: Helpline }) {
  return <Terms kind="terms" of={`helpline.${line.id}`} labels="ui.helpline" fields={FIELDS} />;
}

/** A line to call: what it is for, its number, its terms and where the number comes from. */
export function HelplineCard({ line }: { line: Helpline }) {
  return (
    <article class="helpline" aria-labelledby={`line-${line.id}`}>
      <h3 id={`line-${line.id}`} class="helpline__name">
        <Both id={`helpline.${line.id}.name`} />
      </h3>
      <BothProse id={`helpline.${line.id}.for`} />
      <PhoneNumber line={line} />
      <HelplineTerms line={line} />
      <p class="helpline__source">
        <T id="ui.helpline.publisher" args={{ name: line.publisher }} />
        <a href={line.url} rel="noreferrer noopener" target="_blank" aria-label={`${line.url} ${t('ui.link.new_tab')}`}>
          {line.url}
        </a>
      </p>
    </article>
  );
}
