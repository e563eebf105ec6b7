// Finds by name, reading and place. Every entry that can match is scored by its best reason, and that is told with it.
import type { Kind } from '../directory/directory.gen';
import type { Entry, Index, Target } from './entries';
import { better, candidates, NONE, nameReason, placeReason, type Reason } from './matching';
import type { Note } from './number';
import { type Meaning, meanings, type Token } from './query';
import words from './words.json';

/** What was found, and why. */
export interface Hit extends Target {
  why: Note;
}

interface Scored {
  target: Target;
  score: number;
  why: string;
  /** The word that fits best. */
  word: string;
  /** The ward whose city this is. */
  ward: string;
}

type Marks = (token: Token) => Uint8Array;
/** Which prefectures a token names by way of a municipality, and how well. */
type Implied = Map<Token, Map<string, number>>;

/** As many as fit on a screen. */
export const LIMIT = 10;
/** Kinds that are asked for by a town they need not stand in. */
const SERVES_PREFECTURE = new Set<Kind>(['kyokai', 'dv_center', 'late_elderly', 'pension_office']);
const KIND_ORDER: Kind[] = ['kokuho', 'municipality', 'kyokai', 'dv_center', 'late_elderly', 'pension_office'];
const SUFFIX_ORDER = Object.keys(words.suffixes).join('');

/** At most ten hits, best first. */
export function search(typed: string, index: Index): Hit[] {
  const known = new Map<string, Uint8Array>();
  const marks = (token: Token) => {
    const found = known.get(token.text) ?? candidates(token, index);
    known.set(token.text, found);
    return found;
  };
  const best = new Map<string, Scored>();
  for (const meaning of meanings(typed, index.prefectures)) {
    for (const scored of bestOf(meaning, index, marks)) {
      if ((best.get(scored.target.id)?.score ?? 0) < scored.score) best.set(scored.target.id, scored);
    }
  }
  return [...best.values()]
    .sort(compare)
    .slice(0, LIMIT)
    .map(({ target, why: id, word, ward }) => ({ ...target, why: why(id, ward ? { ward } : { word }) }));
}

/** A reason to show a hit. */
export function why(id: string, args: Note['args'] = {}): Note {
  return { id: `ui.lookup.why.${id}`, args };
}

/** The best of one meaning: ten of each are enough for the best ten of all. */
function bestOf(meaning: Meaning, index: Index, marks: Marks): Scored[] {
  const best: Scored[] = [];
  for (const scored of scoredOf(meaning, index, marks)) {
    const last = best[LIMIT - 1];
    if (last && compare(last, scored) <= 0) continue;
    let at = Math.min(best.length, LIMIT - 1);
    for (; at > 0; at--) {
      const above = best[at - 1];
      if (above === undefined || compare(above, scored) <= 0) break;
      best[at] = above;
    }
    best[at] = scored;
  }
  return best;
}

function compare(a: Scored, b: Scored): number {
  return b.score - a.score || rank(a.target) - rank(b.target);
}

/** Among equals: the kinds that decide first, a city before a town, also where the insurance stands behind its name. */
function rank({ kind, name }: Target): number {
  const order = KIND_ORDER.indexOf(kind);
  const place = name.split(' ', 1)[0] ?? name;
  const suffix = SUFFIX_ORDER.indexOf(place.slice(-1));
  return (order < 0 ? KIND_ORDER.length : order) * 10 + (suffix < 0 ? 0 : suffix);
}

function* scoredOf({ tokens, kinds }: Meaning, index: Index, marks: Marks): Generator<Scored> {
  if (tokens.length === 0) return yield* ofKind(kinds, index);
  const wanted = new Set(kinds);
  const masks = tokens.map(marks);
  const implied: Implied = kinds.some((kind) => SERVES_PREFECTURE.has(kind))
    ? impliedBy(tokens, index, marks)
    : new Map();
  const either = wanted.has('kyokai') && wanted.has('kenpo_union');
  for (let i = 0; i < index.entries.length; i++) {
    const entry = index.entries[i] as Entry;
    if (!(entry.serves && implied.size > 0) && masks.some((mask) => mask[i] === 0)) continue;
    if (kinds.length > 0 && !wanted.has(entry.target.kind)) continue;
    const scored = scoreAll(tokens, entry, implied, either);
    if (!scored) continue;
    if (wanted.has('kokuho') && entry.kokuho) yield ofKokuho(entry.kokuho, scored);
    if (kinds[0] === 'kokuho' && entry.target.kind === 'municipality') scored.score -= 12;
    yield scored;
  }
}

/** The kokuho of a municipality: of a ward, that of its city. */
function ofKokuho(target: Target, scored: Scored): Scored {
  const ward = target.id.slice('kokuho-'.length) !== scored.target.id.slice('municipality-'.length);
  if (!ward) return { ...scored, target };
  return { ...scored, target, score: scored.score - 3, why: 'ward', ward: scored.target.name };
}

/** Only a kind was asked for. 1,741 municipalities are no answer; the place is still to come. */
function* ofKind(kinds: Kind[], index: Index): Generator<Scored> {
  for (const { target } of index.entries) {
    if (kinds.includes(target.kind) && target.kind !== 'municipality') {
      yield { target, score: target.kind === kinds[0] ? 11 : 10, why: 'kind', word: '', ward: '' };
    }
  }
}

function impliedBy(tokens: Token[], { entries }: Index, marks: Marks): Implied {
  const implied: Implied = new Map();
  for (const token of tokens) {
    const mask = marks(token);
    const prefectures = new Map<string, number>();
    for (let i = 0; i < entries.length; i++) {
      const entry = entries[i] as Entry;
      if (mask[i] === 0 || entry.target.kind !== 'municipality' || nameReason(token, entry).score < 90) continue;
      const score = 58 - SUFFIX_ORDER.indexOf(entry.suffix);
      prefectures.set(entry.prefecture, Math.max(score, prefectures.get(entry.prefecture) ?? 0));
    }
    implied.set(token, prefectures);
  }
  return implied;
}

/** Every token must fit; the best reason is the one told. */
function scoreAll(tokens: Token[], entry: Entry, implied: Implied, either: boolean): Scored | null {
  let sum = 0;
  let best = NONE;
  let word = '';
  for (const token of tokens) {
    const reason = reasonFor(token, entry, implied, either);
    if (reason.score === 0) return null;
    sum += reason.score;
    if (reason.score > best.score) {
      best = reason;
      word = token.text;
    }
  }
  return { target: entry.target, score: sum / tokens.length, why: best.id, word, ward: '' };
}

/** Either: the word may mean a health insurance union as well (Hitachi is a company and a city). */
function reasonFor(token: Token, entry: Entry, implied: Implied, either: boolean): Reason {
  const direct = better(nameReason(token, entry), placeReason(token, entry));
  if (direct.score > 58 || !entry.serves) return direct;
  const score = implied.get(token)?.get(entry.prefecture);
  if (score === undefined) return direct;
  if (entry.target.kind === 'pension_office') return better(direct, { score: score - 38, id: 'same_prefecture' });
  return better(direct, {
    score,
    id: entry.target.kind === 'kyokai' && either ? 'prefecture_if_kyokai' : 'prefecture',
  });
}
