import type { Leaflet, LeafletBlockKind } from '../../engine/bundle.gen';

/** How high a part is in the small picture, and what is drawn there. */
const PARTS: Record<LeafletBlockKind, { height: number; path: (y: number) => string }> = {
  text: { height: 11, path: (y) => `M8 ${y}h22M8 ${y + 4}h40M8 ${y + 7}h34` },
  steps: { height: 14, path: (y) => `M8 ${y}h20M8 ${y + 4}h3m3 0h32M8 ${y + 7}h3m3 0h28M8 ${y + 10}h3m3 0h31` },
  compare: { height: 15, path: (y) => `M8 ${y}h40v11H8zM8 ${y + 4}h40M22 ${y}v11M35 ${y}v11` },
  boxes: { height: 12, path: (y) => `M8 ${y}h18v8H8zM30 ${y}h18v8H30z` },
  lines: { height: 9, path: (y) => `M8 ${y}h16m8 0h16M8 ${y + 4}h14m10 0h16` },
  link: { height: 11, path: (y) => `M8 ${y}h8v8H8zM20 ${y + 2}h24M20 ${y + 5}h16` },
};

/** A small picture of the sheet: what stands on it, in its order, as far as the first page goes. */
export function Thumb({ leaflet }: { leaflet: Leaflet }) {
  const wide = leaflet.formats.includes('card');
  const bottom = wide ? 34 : 74;
  let y = 18;
  const paths: string[] = [];
  for (const { kind } of leaflet.blocks) {
    const { height, path } = PARTS[kind];
    if (y + height > bottom + 4) break;
    paths.push(path(y));
    y += height;
  }
  return (
    <svg class="thumb" viewBox={`0 0 56 ${bottom + 6}`} aria-hidden="true" focusable="false">
      <path class="thumb__paper" d={`M1 1h54v${bottom + 4}H1z`} />
      <path class="thumb__title" d="M8 9h30" />
      <path class="thumb__line" d={paths.join('')} />
    </svg>
  );
}
