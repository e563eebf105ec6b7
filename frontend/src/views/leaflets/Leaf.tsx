import type { ComponentChildren } from 'preact';
import { Cells } from './Cells';
import type { Foot } from './foot';
import { cellsOf } from './spans';

/** The foot of a page. */
export function FootOf({
  foot,
  languages,
  page,
  pages,
}: {
  foot: Foot;
  languages: readonly string[];
  page: number;
  pages: number;
}) {
  return (
    <footer class="leaf__foot">
      {[foot.practice, foot.late, foot.reference, foot.region].map(
        (cells, i) =>
          cells.length > 0 && (
            <p key={i} class={i === 0 ? 'leaf__practice' : i === 1 ? 'leaf__late' : 'leaf__reference'}>
              <Cells of={cells} />
            </p>
          ),
      )}
      <p class="leaf__imprint">
        <span class="leaf__made">
          <span>
            <Cells of={foot.version} />
          </span>
          <span>
            <Cells of={foot.reviewed} />
          </span>
        </span>
        <span>
          <Cells of={cellsOf(languages.slice(0, 1), 'leaflet.foot.page', { page, pages })} />
        </span>
      </p>
    </footer>
  );
}

interface Props {
  foot: Foot;
  languages: readonly string[];
  page: number;
  pages: number;
  children?: ComponentChildren;
}

/** A page to be read: an A4, or one half of a folded one. */
export function Leaf({ foot, languages, page, pages, children }: Props) {
  return (
    <article class="leaf" lang={languages[0]}>
      <div class="leaf__body">{children}</div>
      <FootOf foot={foot} languages={languages} page={page} pages={pages} />
    </article>
  );
}
