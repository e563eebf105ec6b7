// Generated from server/directory by go generate. Do not edit.

/** What a contact is. */
export type Kind =
  | 'kyokai'
  | 'kenpo_union'
  | 'mutual_aid'
  | 'kokuho'
  | 'kokuho_union'
  | 'late_elderly'
  | 'municipality'
  | 'dv_center'
  | 'pension_office'
  | 'other';

/** Who picks up. */
export type PhoneLabel = 'direct' | 'representative';

/** How much a phone of a contact weighs. */
export type PhoneStatus = 'verified' | 'single_source' | 'unconfirmed';

/** How much a national line weighs. */
export type HelplineStatus = 'verified' | 'official_page' | 'secondary';

/** When a national line is wanted. */
export type HelplineGroup = 'danger' | 'consult' | 'card' | 'law';

export interface Directory {
  sources: DataSource[];
  prefectures: Prefecture[];
  schemes: Scheme[];
  records: Contact[];
  municipalities: Municipality[];
}

export interface DataSource {
  id: string;
  title: string;
  url: string;
  publisher: string;
  licence: string;
  retrieved: string;
  verified_on: string;
  verified_by: string;
}

export interface Prefecture {
  number: string;
  alternate: string;
  name: string;
  kana: string;
  romaji: string;
}

export interface Scheme {
  law: string;
  kind: Kind;
  name: string;
  sure: boolean;
}

export interface Contact {
  id: string;
  kind: Kind;
  name: string;
  kana?: string;
  prefecture?: string;
  area?: string;
  number?: string;
  postal?: string;
  address?: string;
  url?: string;
  hours?: string;
  phones?: Phone[];
  source: string;
  verified_on?: string;
  note?: string;
}

export interface Phone {
  number: string;
  tel: string;
  label: PhoneLabel;
  url: string;
  publisher: string;
  verified_on: string;
  status: PhoneStatus;
}

export interface Municipality {
  code: string;
  name: string;
  kana: string;
  prefecture: string;
  url?: string;
  phones?: Phone[];
  wards?: Ward[];
  source: string;
}

export interface Ward {
  code: string;
  name: string;
  kana: string;
}

export interface HelplineBundle {
  helplines: Helpline[];
}

export interface Helpline {
  id: string;
  number: string;
  tel: string;
  url: string;
  publisher: string;
  verified_on: string;
  status: HelplineStatus;
  group: HelplineGroup;
}
