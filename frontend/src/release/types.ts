// What one release consists of. A release is shown whole or not at all.
import type { Directory, Helpline } from '../directory/directory.gen';
import type { Guide, TextBundle } from '../engine/bundle.gen';
import type { Bundle as RegionWords } from './region.gen';

export type { Directory, Helpline } from '../directory/directory.gen';

/**
 * The form of manifest and blobs this build can read. A newer one waits for a newer app. Whoever raises it goes on reading
 * the form before: a tablet may start with the new app and the old content, and no network.
 */
export const SCHEMA = 1;

/** The blobs a consultation cannot begin without, by name. All others of a release follow behind the first screen. */
export const BLOBS = ['guide', 'text.ja', 'counselor.ja', 'helplines', 'directory'] as const;

/** The name of such a blob. */
export type BlobName = (typeof BLOBS)[number];

/** One immutable file of a release. */
export interface Blob {
  name: string;
  /** sha256 of the bytes, hexadecimal. */
  hash: string;
  bytes: number;
}

/** GET /content/manifest.json */
export interface Manifest {
  schema: number;
  release: string;
  reviewed_on: string;
  review_by: string;
  blobs: Blob[];
}

/** The blob of a region's own words; only in the manifests of regions. */
export const REGION_BLOB = 'region';

/** The address of a blob: official leaflets of a region are PDF, everything else is JSON. */
export function pathOf({ name, hash }: Blob): string {
  return name.startsWith('file.') ? `/files/${hash}.pdf` : `/content/${hash}.json`;
}

/** What a region says for itself beside the national text. */
export type { Bundle as RegionWords } from './region.gen';

/** Some texts of one language, by message ID, and the readings of its words. */
export type TextBlob = TextBundle;

/** One release, verified and parsed. */
export interface Release {
  id: string;
  guide: Guide;
  text: TextBlob;
  helplines: readonly Helpline[];
  /** The region's own words; null where the national text stands alone. */
  region: RegionWords | null;
  /** By far the largest part. Read when it is first asked for: no start waits for what only a look-up needs. */
  directory(): Directory;
  /**
   * Another blob, read and verified when it is first asked for; null while it is not on the device. Never fetched for
   * this: a request would tell the network which language is asked for.
   */
  load<T>(name: string): Promise<T | null>;
  manifest: Manifest;
}

/** Whether a consultation can do without a blob. */
export function isRequired({ name }: Blob): boolean {
  return name === REGION_BLOB || (BLOBS as readonly string[]).includes(name);
}

/** The page behind a leaflet's code is for her own phone: its words are not kept on the counselor's device. */
const isOurs = ({ name }: Blob) => !name.startsWith('page.');

/** Reads a manifest; null when it is not one. Only the schema number is promised of a newer form. */
export function readManifest(data: unknown): Manifest | 'newer_schema' | null {
  const m = data as Partial<Manifest> | null;
  if (typeof m !== 'object' || m === null || typeof m.schema !== 'number') return null;
  if (m.schema > SCHEMA) return 'newer_schema';
  if (m.schema < SCHEMA) return null;
  const isHash = (value: unknown) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
  const whole =
    isHash(m.release) &&
    [m.reviewed_on, m.review_by].every((day) => typeof day === 'string') &&
    Array.isArray(m.blobs) &&
    m.blobs.every((blob) => typeof blob?.name === 'string' && isHash(blob.hash)) &&
    BLOBS.every((name) => m.blobs?.some((blob) => blob.name === name));
  return whole ? { ...(m as Manifest), blobs: (m as Manifest).blobs.filter(isOurs) } : null;
}
