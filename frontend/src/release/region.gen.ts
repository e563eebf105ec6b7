// Generated from server/editorial by go generate. Do not edit.

export interface Bundle {
  code: string;
  name: string;
  on: string;
  values: Record<string, Spoken>;
  files: File[];
}

export interface Spoken {
  choice?: string;
  text?: string;
  window?: Window;
}

export interface Window {
  name: string;
  phone?: string;
  hours?: string;
  note?: string;
  verified_on?: string;
}

export interface File {
  hash: string;
  title: string;
  bytes: number;
  pages: number;
  added_on: string;
}
