// What the region says on a paper, where the counselor asked for it: under its own name, after everything national.
import { current } from '../../app/current';
import type { Leaflet, LocalField } from '../../engine/bundle.gen';
import { type Local, locals } from '../../parts/local';
import { blocks, linesOf as linesIn } from '../../text/blocks';
import type { Row } from './rows';
import { type Cell, cellsOf, japaneseCell, linesOf } from './spans';

/** The block of the region's rows. */
const BLOCK = 'region';

/** The window every paper of the region may carry. */
const CONSULTATION = 'consultation';

/** What a region puts on a paper. */
export interface RegionPart {
  readonly rows: readonly Row[];
  /** Who publishes it for the region; one line of the foot. */
  readonly foot: readonly Cell[];
}

/** The steps a field stands beside: its own, and those of the desk it takes the place of. */
function stepsOf({ steps = [], desk }: LocalField): string[] {
  const guided = current.value?.guide.steps ?? [];
  return [...steps, ...guided.flatMap(({ id, desks }) => (desk && desks?.includes(desk) ? [id] : []))];
}

/** The windows that belong on a paper: where to ask anything, and those of the steps it is about, said or not. */
function windowsOn(leaflet: Leaflet, all: readonly Local[]): Local[] {
  const about = new Set(locals().flatMap(({ field }) => (field.leaflets?.includes(leaflet.id) ? stepsOf(field) : [])));
  return all.filter(
    ({ field, spoken }) =>
      spoken?.window && (field.id === CONSULTATION || stepsOf(field).some((step) => about.has(step))),
  );
}

const standsOn = ({ field: { leaflets } }: Local, id: string) => leaflets?.includes(id) || leaflets?.includes('all');

/** The words of a choice in every language, line beside line. */
function choiceRows(id: string, languages: readonly string[]): Row[] {
  const columns = languages.map((lang) => linesOf(lang, id));
  const most = Math.max(0, ...columns.map((lines) => lines.length));
  return Array.from({ length: most }, (_, i) => ({
    kind: 'p',
    block: BLOCK,
    cells: columns.flatMap((lines) => lines[i]?.cell ?? []),
  }));
}

function rowsFor({ field, spoken }: Local, languages: readonly string[]): Row[] {
  const label: Row = { kind: 'label', block: BLOCK, cells: cellsOf(languages, `local.${field.id}.label`) };
  if (spoken?.choice) return [label, ...choiceRows(`local.${field.id}.${spoken.choice}`, languages)];
  if (spoken?.window) {
    const { name, phone = '', hours } = spoken.window;
    const cells = (text: string | undefined) => (text ? [japaneseCell(text)] : []);
    return [label, { kind: 'call', block: BLOCK, name: cells(name), number: phone, hours: cells(hours) }];
  }
  const lines = linesIn(blocks(spoken?.text ?? ''));
  return lines.length === 0
    ? []
    : [label, ...lines.map((text): Row => ({ kind: 'p', block: BLOCK, cells: [japaneseCell(text)] }))];
}

/** What the region puts on a paper; null where it says nothing, and on what must tell nothing to anybody. */
export function regionPart(leaflet: Leaflet, languages: readonly string[]): RegionPart | null {
  const region = current.value?.region;
  if (!region || leaflet.neutral) return null;
  const all = locals().filter(({ spoken }) => spoken !== null);
  const here = all.filter((one) => standsOn(one, leaflet.id));
  const rows = [...here.filter(({ field }) => field.id !== 'leaflet_footer'), ...windowsOn(leaflet, all)].flatMap(
    (one) => rowsFor(one, languages),
  );
  const footer = here.find(({ field }) => field.id === 'leaflet_footer')?.spoken?.text;
  if (rows.length === 0 && !footer) return null;
  const heading: Row = { kind: 'heading', block: BLOCK, cells: [japaneseCell(region.name)] };
  return { rows: rows.length > 0 ? [heading, ...rows] : [], foot: footer ? [japaneseCell(footer)] : [] };
}
