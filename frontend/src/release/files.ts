// The files of releases on this device: read and verified, and fetched where they are missing.
import { each } from './each';
import type { Shelf } from './shelf';
import { type Blob, type Manifest, pathOf, readManifest } from './types';

/** What the files need of the browser. */
export interface FilesDeps {
  fetch: typeof fetch;
  shelf: Shelf;
  /** sha256 in hexadecimal; null where the browser has none (plain http), then nothing is verified. */
  sha256: ((data: BufferSource) => Promise<string>) | null;
}

/** The files of releases on one device. */
export interface Files {
  /** Fetches a path whole; Unreachable or Gone where it cannot. */
  download(path: string): Promise<Uint8Array<ArrayBuffer>>;
  /** The manifest a pointer holds; null when there is none that this build can read. */
  pointer(path: string): Promise<Manifest | null>;
  /** A blob from the shelf, or null when it is not there or not what it should be. */
  shelved(blob: Blob): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Fetches a blob, unless it is there already. */
  fill(blob: Blob): Promise<void>;
  /** The names of the files of a release that are not there, or not what they should be. */
  absent(manifest: Manifest): Promise<string[]>;
  /** Puts a file on the shelf, or NoRoom. */
  keep(path: string, data: Uint8Array<ArrayBuffer>): Promise<void>;
}

/** Thrown where the network, and not the data, is to blame. */
export class Unreachable extends Error {}
/** Thrown where the server says that there is no such thing. */
export class Gone extends Unreachable {}
/** Thrown where the device does not keep what it is given: no space left, or a private window. */
export class NoRoom extends Error {}

/** A line that is half dead must end as no line at all, or a first visit would wait for ever. */
const PATIENCE_MS = 60_000;

/** Reads JSON; text that is no UTF-8 is a fault, never a replacement character. */
export const decode = (data: BufferSource): unknown =>
  JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(data));

/** Creates the files over a shelf and a network. */
export function createFiles({ fetch, shelf, sha256 }: FilesDeps): Files {
  async function load(path: string, cache: RequestCache): Promise<Uint8Array<ArrayBuffer>> {
    try {
      const response = await fetch(path, {
        cache,
        credentials: 'same-origin',
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      if (response.status === 404) throw new Gone(path);
      if (!response.ok) throw new Unreachable(`${path}: ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    } catch (cause) {
      throw cause instanceof Gone ? cause : new Unreachable(path, { cause });
    }
  }

  const verified = async (blob: Blob, data: BufferSource) => !sha256 || (await sha256(data)) === blob.hash;

  async function shelved(blob: Blob): Promise<Uint8Array<ArrayBuffer> | null> {
    const data = await shelf.get(pathOf(blob)).catch(() => null);
    return data && (await verified(blob, data)) ? data : null;
  }

  async function keep(path: string, data: Uint8Array<ArrayBuffer>): Promise<void> {
    try {
      await shelf.put(path, data);
    } catch (cause) {
      throw new NoRoom(path, { cause });
    }
  }

  return {
    // The server says that a kept manifest must be asked for again; only this mode takes up what the page preloaded.
    download: (path) => load(path, 'default'),

    async pointer(path) {
      try {
        const data = await shelf.get(path);
        if (!data) return null;
        const manifest = readManifest(decode(data));
        return manifest === 'newer_schema' ? null : manifest;
      } catch {
        return null;
      }
    },

    shelved,

    async fill(blob) {
      if (await shelved(blob)) return;
      const path = pathOf(blob);
      // A preload that failed while the network was away is handed out once more: it is asked for past that too.
      let data = await load(path, 'default').catch(() => load(path, 'reload'));
      // A damaged copy in the HTTP cache would never heal, its address being immutable.
      if (!(await verified(blob, data))) data = await load(path, 'reload');
      if (!(await verified(blob, data))) throw new TypeError(`${blob.name}: not what the manifest says`);
      await keep(path, data);
    },

    async absent(manifest) {
      const names: string[] = [];
      await each(manifest.blobs, async (blob) => {
        if (!(await shelved(blob))) names.push(blob.name);
      });
      return names;
    },

    keep,
  };
}
