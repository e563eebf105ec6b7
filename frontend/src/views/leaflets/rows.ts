// A leaflet as a list of rows that a page can break between. Pure: what is drawn is in Row.tsx.
import type { Extra } from '../../app/leaflet';
import type { Leaflet, LeafletBlock } from '../../engine/bundle.gen';
import type { RegionPart } from './regionRows';
import { type Cell, cellsOf, type Line, linesOf } from './spans';

/** What a row holds. Cells are one a language, in the order chosen. */
export type Content =
  | {
      readonly kind: 'title' | 'lead' | 'heading' | 'p' | 'item';
      readonly cells: readonly Cell[];
      readonly number?: number;
    }
  | { readonly kind: 'label'; readonly cells: readonly Cell[] }
  | {
      /** A part of a checklist in one language: its name beside its boxes, so that all of it fits one page. */
      readonly kind: 'checks';
      readonly cells: readonly Cell[];
      readonly items: readonly (readonly Cell[])[];
    }
  | { readonly kind: 'letter'; readonly letter: string; readonly cells: readonly Cell[]; readonly names?: true }
  | { readonly kind: 'step'; readonly cells: readonly Cell[]; readonly number: number }
  | { readonly kind: 'columns'; readonly self: readonly Cell[]; readonly non: readonly Cell[] }
  | {
      readonly kind: 'compare';
      readonly label: readonly Cell[];
      readonly self: readonly Cell[];
      readonly non: readonly Cell[];
    }
  | { readonly kind: 'boxes'; readonly fields: readonly Box[] }
  | { readonly kind: 'call'; readonly name: readonly Cell[]; readonly number: string; readonly hours: readonly Cell[] }
  | { readonly kind: 'link'; readonly links: readonly Link[] };

/** A box to be written in by hand, or filled where the counselor asked for it. */
export interface Box {
  readonly id: string;
  readonly label: readonly Cell[];
  readonly value: string;
}

/** What a code opens, and the same address to be typed. */
export interface Link {
  readonly text: Cell;
  readonly address: string;
}

/** A part of a paper that is never torn. */
export type Row = Content & {
  /** The block it belongs to; empty for the head. */
  readonly block: string;
};

/** What is printed. */
export interface Job {
  readonly leaflet: Leaflet;
  readonly languages: readonly string[];
  readonly day: string;
  readonly origin: string;
  /** What fills a box. */
  readonly values: Readonly<Partial<Record<Extra, string>>>;
  /** The numbers of the national lines. */
  readonly numbers: ReadonlyMap<string, string>;
  /** What the region puts on it, where that was asked for. */
  readonly region?: RegionPart | null;
}

/** Whether a block stands on the paper of a day. */
export function standsOn({ from, until }: LeafletBlock, day: string): boolean {
  return (from === undefined || from <= day) && (until === undefined || day <= until);
}

/** Lines of several languages side by side: they are written line for line. */
function beside(languages: readonly string[], id: string): { kind: Line['kind']; cells: Cell[] }[] {
  const columns = languages.map((lang) => linesOf(lang, id)).filter((lines) => lines.length > 0);
  const longest = columns.reduce((most, lines) => (lines.length > most.length ? lines : most), [] as Line[]);
  return longest.map(({ kind }, i) => ({ kind, cells: columns.flatMap((lines) => lines[i]?.cell ?? []) }));
}

/** The rows of a leaflet, in the order of `leaflets --text`. */
export function rowsOf(job: Job): Row[] {
  const { leaflet, languages } = job;
  const prefix = `leaflet.${leaflet.id}`;
  const rows: Row[] = [{ kind: 'title', block: '', cells: cellsOf(languages, `${prefix}.title`) }];
  for (const { cells } of beside(languages, `${prefix}.lead`)) rows.push({ kind: 'lead', block: '', cells });
  let number = 0;
  for (const block of leaflet.blocks) {
    if (!standsOn(block, job.day) || (block.kind === 'link' && job.origin === '')) continue;
    const heading = cellsOf(languages, `${prefix}.${block.id}.title`);
    if (leaflet.audience === 'staff' && block.kind === 'text' && languages.length === 1) {
      const items = beside(languages, `${prefix}.${block.id}.body`).map(({ cells }) => cells);
      rows.push({ kind: 'checks', block: block.id, cells: heading, items });
      continue;
    }
    if (heading.length > 0) {
      number++;
      // Numbers help a finger to find the place in the other language; one language needs none.
      rows.push({ kind: 'heading', block: block.id, cells: heading, ...(languages.length > 1 ? { number } : {}) });
    }
    for (const content of contents(block, `${prefix}.${block.id}`, job)) rows.push({ ...content, block: block.id });
  }
  return [...rows, ...(job.region?.rows ?? [])];
}

function contents(block: LeafletBlock, prefix: string, job: Job): Content[] {
  const { languages } = job;
  const lines = beside(languages, `${prefix}.body`);
  switch (block.kind) {
    case 'text':
      return lines.map(({ kind, cells }) => ({ kind: kind === 'list' ? 'item' : 'p', cells }));
    case 'steps':
      return lines.map(({ cells }, i) => ({ kind: 'step', cells, number: i + 1 }));
    case 'compare':
      return languages.length > 1 ? lettered(block, prefix, languages) : table(block, prefix, languages);
    case 'boxes':
      return [{ kind: 'boxes', fields: boxes(block, job) }];
    case 'lines':
      return [
        ...lines.map(({ cells }): Content => ({ kind: 'p', cells })),
        ...(block.helplines ?? []).map((line) => call(line, prefix, job)),
      ];
    case 'link':
      return [{ kind: 'link', links: linksOf(job, languages) }];
  }
}

/** What the two flags do, in two columns. */
function table(block: LeafletBlock, prefix: string, languages: readonly string[]): Content[] {
  const rows = (block.rows ?? []).map((row): Content => {
    const of = (field: string) => cellsOf(languages, `${prefix}.${row}.${field}`);
    return { kind: 'compare', label: of('label'), self: of('self_info'), non: of('non_disclosure') };
  });
  const [self, non] = [cellsOf(languages, 'ui.flag.self_info'), cellsOf(languages, 'ui.flag.non_disclosure')];
  return [{ kind: 'columns', self, non }, ...rows];
}

/** The flags by letter: the columns are taken by the languages. */
const LETTERS = { self_info: 'A', non_disclosure: 'B' } as const;

/** The same in several languages: first which letter is which flag, then each row under its name. */
function lettered(block: LeafletBlock, prefix: string, languages: readonly string[]): Content[] {
  const flags = Object.entries(LETTERS);
  return [
    ...flags.map(
      ([flag, letter]): Content => ({
        kind: 'letter',
        letter,
        cells: cellsOf(languages, `ui.flag.${flag}`),
        names: true,
      }),
    ),
    ...(block.rows ?? []).flatMap((row): Content[] => [
      { kind: 'label', cells: cellsOf(languages, `${prefix}.${row}.label`) },
      ...flags.map(
        ([flag, letter]): Content => ({
          kind: 'letter',
          letter,
          cells: cellsOf(languages, `${prefix}.${row}.${flag}`),
        }),
      ),
    ]),
  ];
}

/** Under its own name, or under the words this paper has for it, which then stand for name and hours. */
function call(line: string, prefix: string, { languages, numbers }: Job): Content {
  const own = cellsOf(languages, `${prefix}.${line}`);
  const number = numbers.get(line) ?? '';
  if (own.length > 0) return { kind: 'call', name: own, number, hours: [] };
  const of = (field: string) => cellsOf(languages, `helpline.${line}.${field}`);
  return { kind: 'call', name: of('name'), number, hours: of('hours') };
}

/** Every code once: two languages side by side have a page each. */
function linksOf({ origin }: Job, languages: readonly string[]): Link[] {
  return languages.flatMap((lang) => {
    const text = cellsOf([lang], 'leaflet.link.text')[0];
    return text ? [{ text, address: `${origin}/i/${lang}` }] : [];
  });
}

/** The boxes of a block, and those the counselor asked for on top. */
function boxes(block: LeafletBlock, { languages, values }: Job): Box[] {
  const fields = [...(block.fields ?? [])];
  for (const extra of ['city', 'insurer'] as const) {
    if (values[extra] !== undefined && !fields.includes(extra)) fields.unshift(extra);
  }
  return fields.map((id) => ({
    id,
    label: cellsOf(languages, `leaflet.box.${id}`),
    value: values[id as Extra] ?? '',
  }));
}
