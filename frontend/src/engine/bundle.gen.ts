// Generated from server/content by go generate. Do not edit.

/** A condition on answers: exactly one of seven forms. */
export type Pred =
  | { all: Pred[] }
  | { any: Pred[] }
  | { not: Pred }
  | { rule: string }
  | { fact: string; is: string }
  | { fact: string; in: string[] }
  | { fact: string; has: string };

export type Kind = 'explain' | 'do' | 'ask_insurer' | 'warn' | 'refer' | 'ask_her';
export type Urgency = 'now' | 'today' | 'soon';
export type Confidence = 'notice' | 'official' | 'secondary' | 'community';

/** A mark that carries a shape and a word, never a colour alone. */
export type Mark = 'yes' | 'no' | 'partial' | 'arrives' | 'ordinary' | 'info';

export interface Guide {
  covers_from: string;
  reviewed_on: string;
  review_by: string;
  boundaries: string[];
  facts: Fact[];
  rules: Record<string, Pred>;
  steps: Step[];
  routes: Route[];
  desks: Desk[];
  sources: Source[];
  explain: Page[];
  timeline: TimelineRow[];
  checklists: Checklist[];
  languages: Language[];
  terms: Term[];
  local: LocalField[];
  practice: Practice[];
  changes: Change[];
  accessibility: Accessibility;
}

export interface Fact {
  id: string;
  many?: boolean;
  options: string[];
  asked: Pred;
}

export interface Step {
  id: string;
  kind: Kind;
  urgency: Urgency;
  review_by: string;
  desks?: string[];
  periods: Period[];
}

export interface Period {
  from: string;
  until?: string;
  when: Pred;
  variant?: string;
  cites: Cite[];
}

export interface Cite {
  source: string;
  place?: string;
}

export interface Route {
  id: string;
  when: Pred;
  desks?: string[];
  cites: Cite[];
}

export interface Desk {
  id: string;
  helpline?: string;
  by_route?: boolean;
}

export interface Source {
  id: string;
  title: string;
  issued?: string;
  url?: string;
  read_on: string;
  confidence: Confidence;
}

export interface Page {
  id: string;
  rows?: Row[];
  sections: Section[];
}

export interface Row {
  id: string;
  self_info: Mark;
  non_disclosure: Mark;
  cites: Cite[];
}

export interface Section {
  id: string;
  from?: string;
  until?: string;
  cites: Cite[];
}

export interface TimelineRow {
  id: string;
  periods: TimelinePeriod[];
}

export interface TimelinePeriod {
  from: string;
  until?: string;
  mark: Mark;
  variant: string;
  cites: Cite[];
}

export interface Checklist {
  id: string;
  items: ChecklistItem[];
}

export interface ChecklistItem {
  id: string;
  cites: Cite[];
}

export interface Language {
  tag: string;
  name: string;
  reference?: boolean;
  messages: number;
  translated: number;
  stale: number;
}

export interface Term {
  id: string;
  term: string;
  reading: string;
  romaji: string;
}

export interface LocalField {
  id: string;
  kind: LocalKind;
  desk?: string;
  options?: string[];
  longest?: number;
  steps?: string[];
  leaflets?: string[];
}

export interface Practice {
  id: string;
  on: string;
  answers: Record<string, string[]>;
  steps: string[];
}

export interface Change {
  id: string;
  on: string;
}

export interface Accessibility {
  tested_on: string;
  criteria: Criterion[];
}

export interface Criterion {
  id: string;
  level: string;
  jis: boolean;
  wcag: boolean;
  name: CriterionName;
  guide: Met;
  editor: Met;
  note?: string;
}

export interface CriterionName {
  ja: string;
  en: string;
}

export interface TextBundle {
  locale: string;
  messages: Record<string, string>;
  readings?: Record<string, string>;
  stale?: string[];
}

/** Who a leaflet is for. */
export type Audience = 'client' | 'staff' | 'partner';

/** What a leaflet can be printed on. */
export type Format = 'a4' | 'a5' | 'card' | 'sticker';

/** What a region's own words can be. */
export type LocalKind = 'window' | 'choice' | 'text' | 'block';

/** How a success criterion can be met. */
export type Met = 'pass' | 'not_applicable' | 'partial' | 'fail';

/** What a part of a leaflet can be. */
export type LeafletBlockKind = 'text' | 'steps' | 'compare' | 'boxes' | 'lines' | 'link';

export interface LeafletBundle {
  leaflets: Leaflet[];
}

export interface Leaflet {
  id: string;
  audience: Audience;
  version: string;
  review_by: string;
  formats: Format[];
  neutral?: boolean;
  blocks: LeafletBlock[];
  languages: string[];
}

export interface LeafletBlock {
  id: string;
  kind: LeafletBlockKind;
  from?: string;
  until?: string;
  rows?: string[];
  fields?: string[];
  helplines?: string[];
  cites?: Cite[];
}
