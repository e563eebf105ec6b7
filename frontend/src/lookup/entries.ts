// The searchable form of the directory: keys folded once, when a release is opened, so that a keystroke only compares.
import type { Contact, Directory, Kind, Municipality, Prefecture, Ward } from '../directory/directory.gen';
import { fold, key } from './fold';
import { isBranch } from './number';
import { sound } from './sound';
import words from './words.json';

/** Where a hit leads: the record, municipality or prefecture it stands for. */
export interface Target {
  id: string;
  kind: Kind;
  name: string;
  /** Where it is, for telling apart those of one name. */
  area: string;
}

/** Something that can be found. */
export interface Entry {
  target: Target;
  /** The kokuho of a municipality; a ward leads to that of its city. */
  kokuho: Target | undefined;
  prefecture: string;
  /** Names in folded form without spaces. */
  names: string[];
  /** Names with their places before them. */
  wholes: string[];
  /** Names without what all of their kind share: the suffix of a city, the name of the organisation. */
  bare: string[];
  /** Later words of the name. */
  parts: string[];
  sounds: string[];
  wholeSounds: string[];
  bareSounds: string[];
  /** Where it is: prefecture, city. */
  places: string[];
  placeSounds: string[];
  /** Of places and names, the last letter, when it is one of those of cities, wards, towns and villages. */
  suffix: string;
  number: string;
  /** One desk for its prefecture, or an office that may serve places it does not stand in. */
  serves: boolean;
}

/** What search and lookup work on. */
export interface Index {
  directory: Directory;
  entries: Entry[];
  /** The folded names of the prefectures. */
  prefectures: string[];
  /** Every key of every entry, each after a line feed: one scan finds what can match. */
  hay: string;
  /** Where the keys of each entry begin in it, and at last where it ends. */
  starts: number[];
}

type Named = { name: string; kana: string };
type Forms = ReturnType<typeof forms>;
type City = Municipality & { forms: Forms };
type Region = Prefecture & { forms: Forms };

const suffixes = new Map<string, string[]>(Object.entries(words.suffixes));
const COMMON = new RegExp(
  words.kinds
    .flatMap((group) => group.words)
    .concat(words.branch)
    .map(key)
    .filter((word) => !/^[a-z]+$/.test(word))
    .sort((a, b) => b.length - a.length)
    .join('|'),
  'g',
);

/** Folds a directory for searching; done once a release. */
export function prepare(directory: Directory): Index {
  const prefectures = new Map(directory.prefectures.map((one) => [one.number, { ...one, forms: forms(one) }]));
  const entries: Entry[] = [];
  for (const municipality of directory.municipalities) {
    const prefecture = prefectures.get(municipality.prefecture);
    if (!prefecture) continue;
    const city = { ...municipality, forms: forms(municipality) };
    entries.push(municipalityEntry(city, prefecture));
    for (const ward of municipality.wards ?? []) entries.push(wardEntry(ward, city, prefecture));
  }
  for (const record of directory.records) entries.push(contactEntry(record, prefectures.get(record.prefecture ?? '')));
  const named = new Set(directory.records.filter(({ kind }) => kind === 'late_elderly').map((one) => one.prefecture));
  for (const prefecture of prefectures.values()) {
    if (!named.has(prefecture.number)) entries.push(lateElderlyEntry(prefecture));
  }
  return {
    directory,
    entries,
    prefectures: [...prefectures.values()].map((one) => one.forms.name),
    ...haystack(entries),
  };
}

const SEARCHED = [
  'names',
  'wholes',
  'bare',
  'parts',
  'sounds',
  'wholeSounds',
  'bareSounds',
  'places',
  'placeSounds',
] as const;

function haystack(entries: Entry[]): Pick<Index, 'hay' | 'starts'> {
  const starts = [0];
  const texts = entries.map((entry) => {
    const text = SEARCHED.map((field) => entry[field].map((key) => `\n${key}`).join('')).join('');
    starts.push((starts.at(-1) ?? 0) + text.length);
    return text;
  });
  return { hay: texts.join(''), starts };
}

/** The last letter of a name, when it says what kind of place it is. */
export function suffixOf(name: string): string {
  const last = name.slice(-1);
  return name.length > 1 && suffixes.has(last) ? last : '';
}

function municipalityEntry(municipality: City, prefecture: Region): Entry {
  const { code, name } = municipality;
  const target: Target = { id: `municipality-${code}`, kind: 'municipality', name, area: prefecture.name };
  const own = municipality.forms;
  const above = prefecture.forms;
  return entry({
    target,
    kokuho: kokuhoOf(municipality, prefecture),
    prefecture: prefecture.number,
    names: [own.name],
    wholes: [above.name + own.name],
    bare: [own.bare],
    sounds: [own.sound],
    wholeSounds: [above.sound + own.sound],
    bareSounds: [own.bareSound],
    places: [above.name, above.bare],
    placeSounds: [above.sound, above.bareSound],
  });
}

function wardEntry(ward: Ward, city: City, prefecture: Region): Entry {
  const own = forms(ward);
  const above = city.forms;
  const top = prefecture.forms;
  return entry({
    target: {
      id: `municipality-${ward.code}`,
      kind: 'municipality',
      name: city.name + ward.name,
      area: prefecture.name,
    },
    kokuho: kokuhoOf(city, prefecture),
    prefecture: prefecture.number,
    names: [own.name],
    wholes: [above.name, top.name + above.name, above.bare].flatMap((place) => [place + own.name, place + own.bare]),
    bare: [own.bare],
    sounds: [own.sound],
    wholeSounds: [above.sound, above.bareSound, top.sound + above.sound].map((place) => place + own.sound),
    bareSounds: [own.bareSound],
    places: [above.name, above.bare, top.name, top.bare],
    placeSounds: [above.sound, above.bareSound, top.sound, top.bareSound],
  });
}

function kokuhoOf({ code, name }: Municipality, prefecture: Prefecture): Target {
  return {
    id: `kokuho-${code}`,
    kind: 'kokuho',
    name: words.names.kokuho.replace('{place}', name),
    area: prefecture.name,
  };
}

function lateElderlyEntry(prefecture: Region): Entry {
  const { name, bare, sound: heard, bareSound } = prefecture.forms;
  return entry({
    target: {
      id: `late-elderly-${prefecture.number}`,
      kind: 'late_elderly',
      name: words.names.late_elderly.replace('{place}', prefecture.name),
      area: prefecture.name,
    },
    prefecture: prefecture.number,
    names: [key(words.names.late_elderly.replace('{place}', prefecture.name)), name],
    bare: [bare],
    sounds: [heard],
    bareSounds: [bareSound],
    serves: true,
    places: [name, bare],
    placeSounds: [heard, bareSound],
  });
}

function contactEntry(record: Contact, prefecture: Region | undefined): Entry {
  const folded = fold(record.name);
  const heard = sound(fold(record.kana ?? '')) ?? '';
  const above = prefecture?.forms;
  const area = record.area ?? '';
  const city = key(area);
  const bare = withoutCommon(folded);
  const whole = [above?.name, city].filter(Boolean).join('');
  return entry({
    target: {
      id: record.id,
      kind: record.kind,
      name: record.name,
      area: [prefecture?.name, area].filter(Boolean).join(' '),
    },
    prefecture: record.prefecture ?? '',
    names: [folded.replaceAll(' ', '')],
    bare: [bare],
    parts: folded.split(' ').slice(1),
    sounds: [heard],
    bareSounds: above && bare === above.bare ? [above.bareSound] : [],
    places: [above?.name ?? '', above?.bare ?? '', city, whole],
    placeSounds: above ? [above.sound, above.bareSound] : [],
    number: record.number ?? '',
    // Of kyokai kenpo only the branches have a number of their own; the department for seamen serves all.
    serves:
      ['dv_center', 'late_elderly', 'pension_office'].includes(record.kind) || isBranch(record, record.prefecture),
  });
}

/** A name without the words that all of its kind share. */
function withoutCommon(folded: string): string {
  const whole = folded.replaceAll(' ', '');
  return whole.replace(COMMON, '') || whole;
}

function forms({ name, kana }: Named) {
  const folded = key(name);
  const suffix = suffixOf(name);
  const heard = sound(key(kana)) ?? '';
  const ending = (suffixes.get(suffix) ?? []).find((one) => heard.endsWith(one)) ?? '';
  // Hokkaido is never called Hokkai.
  const whole = suffix === '' || heard === 'hokaido';
  return {
    name: folded,
    bare: whole ? folded : folded.slice(0, -1),
    sound: heard,
    bareSound: whole ? heard : heard.slice(0, heard.length - ending.length),
  };
}

/** Every entry has the same fields in the same order, without which a scan takes twice as long. */
function entry(fields: Partial<Entry> & Pick<Entry, 'target' | 'prefecture'>): Entry {
  const keys = (field: (typeof SEARCHED)[number]) => [...new Set(fields[field])].filter(Boolean);
  return {
    target: fields.target,
    kokuho: fields.kokuho,
    prefecture: fields.prefecture,
    names: keys('names'),
    wholes: keys('wholes'),
    bare: keys('bare'),
    parts: keys('parts'),
    sounds: keys('sounds'),
    wholeSounds: keys('wholeSounds'),
    bareSounds: keys('bareSounds'),
    places: keys('places'),
    placeSounds: keys('placeSounds'),
    suffix: suffixOf(fields.target.name),
    number: fields.number ?? '',
    serves: fields.serves ?? false,
  };
}
