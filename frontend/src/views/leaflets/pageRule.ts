import { useLayoutEffect } from 'preact/hooks';
import type { Format } from '../../engine/bundle.gen';

/** The margins of the paper, in millimetres: what a usual printer leaves blank, and a little more. */
const PAGES: Record<Format, string> = {
  a4: 'size: A4 portrait; margin: 12mm',
  a5: 'size: A4 landscape; margin: 10mm',
  card: 'size: A4 portrait; margin: 5mm',
  sticker: 'size: A4 portrait; margin: 5mm',
};

/**
 * Tells the browser on what it prints, for as long as a paper is shown. The policy of the page allows no inline style, and
 * a rule for named pages is not known to every browser. The page number of other sheets is taken away: every page of a
 * leaflet has a foot of its own.
 */
export function usePageRule(format: Format): void {
  useLayoutEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`@media print { @page { ${PAGES[format]}; @bottom-right { content: none } } }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  }, [format]);
}
