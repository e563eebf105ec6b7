// Brings releases to the device: manifest, download aside, verify, flip. One release is shown at a time, whole.
import type { HelplineBundle } from '../directory/directory.gen';
import type { Guide } from '../engine/bundle.gen';
import { each } from './each';
import { CURRENT, cacheShelf, memoryShelf, REGION, type Shelf, STAGED } from './shelf';
import { missingFromShell } from './shell';
import {
  type Blob,
  type BlobName,
  type Directory,
  isRequired,
  type Manifest,
  pathOf,
  REGION_BLOB,
  type RegionWords,
  type Release,
  readManifest,
  type TextBlob,
} from './types';

/**
 * What came of looking for an update. `ready`: flip() will open a release that is not open yet.
 * Whatever else it is, the release in use stays as it was.
 */
export type UpdateResult = 'current' | 'ready' | 'offline' | 'newer_schema' | 'no_room' | 'broken';

/** What came of taking a region up or leaving it. `unknown`: the server has no such region, and nothing was changed. */
export type JoinResult = UpdateResult | 'unknown';

/** Whether the app would work with the network gone: only if `shell` holds and nothing is missing. */
export interface Readiness {
  shell: boolean;
  /** Paths or names of files that are not on the device. */
  missing: string[];
}

/** The releases on this device. */
export interface Library {
  /** The release on the device, verified; null when there is none or a file of it is missing or damaged. */
  openCurrent(): Promise<Release | null>;
  /** Downloads what the server has now, beside what is in use. */
  update(): Promise<UpdateResult>;
  /** Takes the downloaded release into use and opens it. Only while no consultation runs. */
  flip(): Promise<Release | null>;
  readiness(): Promise<Readiness>;
  /** Takes a region up, or the national text for null. Its release is then whole on the device, waiting for its flip. */
  join(region: string | null): Promise<JoinResult>;
}

/** What the library needs of the browser. */
export interface LibraryDeps {
  fetch: typeof fetch;
  shelf: Shelf;
  /** sha256 in hexadecimal; null where the browser has none (plain http), then nothing is verified. */
  sha256: ((data: BufferSource) => Promise<string>) | null;
  /** Files of the shell that the worker lacks; null without a worker. */
  missingFromShell: () => Promise<string[] | null>;
  persist: () => void;
}

/** A line that is half dead must end as no line at all, or a first visit would wait for ever. */
const PATIENCE_MS = 60_000;

const MANIFEST = '/content/manifest.json';
const decode = (data: BufferSource): unknown => JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(data));
const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

const manifestOf = (region: string | null) => (region === null ? MANIFEST : `/content/region/${region}.json`);

/** Thrown where the network, and not the data, is to blame. */
class Unreachable extends Error {}
/** Thrown where the server says that there is no such thing. */
class Gone extends Unreachable {}
/** Thrown where the device does not keep what it is given: no space left, or a private window. */
class NoRoom extends Error {}

/** Creates a library over the given browser. */
export function createLibrary(deps: LibraryDeps): Library {
  const { fetch, sha256, missingFromShell, persist } = deps;
  let shelf = deps.shelf;
  let openId: string | null = null;
  let region: string | null = null;
  let running: Promise<UpdateResult> | null = null;

  async function download(path: string, cache: RequestCache): Promise<Uint8Array<ArrayBuffer>> {
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

  /** The manifest a pointer holds. */
  async function pointer(path: string): Promise<Manifest | null> {
    try {
      const data = await shelf.get(path);
      if (!data) return null;
      const manifest = readManifest(decode(data));
      return manifest === 'newer_schema' ? null : manifest;
    } catch {
      return null;
    }
  }

  /** A blob from the shelf, or null when it is not there or not what it should be. */
  async function shelved(blob: Blob): Promise<Uint8Array<ArrayBuffer> | null> {
    const data = await shelf.get(pathOf(blob)).catch(() => null);
    return data && (await verified(blob, data)) ? data : null;
  }

  async function open(manifest: Manifest): Promise<Release | null> {
    try {
      const files = new Map<string, Uint8Array<ArrayBuffer>>();
      for (const [name, data] of await Promise.all(
        manifest.blobs.filter(isRequired).map(async (blob) => [blob.name, await shelved(blob)] as const),
      )) {
        if (!data) return null;
        files.set(name, data);
      }
      const parsed = <T>(name: BlobName) => decode(files.get(name) ?? new Uint8Array()) as T;
      const [client, counselor] = [parsed<TextBlob>('text.ja'), parsed<TextBlob>('counselor.ja')];
      let directory: Directory | undefined;
      return {
        id: manifest.release,
        guide: parsed<Guide>('guide'),
        text: { ...client, messages: { ...client.messages, ...counselor.messages } },
        helplines: parsed<HelplineBundle>('helplines').helplines,
        region: files.has(REGION_BLOB) ? (decode(files.get(REGION_BLOB) ?? new Uint8Array()) as RegionWords) : null,
        directory: () => {
          directory ??= parsed<Directory>('directory');
          return directory;
        },
        load: createLoad(manifest),
        manifest,
      };
    } catch {
      return null; // not JSON: as good as missing
    }
  }

  /** Reads the other blobs of a release, each once. */
  function createLoad(manifest: Manifest): Release['load'] {
    const loaded = new Map<string, unknown>();
    return async <T>(name: string) => {
      const blob = manifest.blobs.find((known) => known.name === name);
      try {
        if (blob && !loaded.has(name)) {
          const data = await shelved(blob);
          if (data) loaded.set(name, decode(data));
        }
      } catch {
        // not JSON: as good as missing
      }
      return (loaded.get(name) ?? null) as T | null;
    };
  }

  /** The names of the files of a release that are not there, or not what they should be. */
  async function absent(manifest: Manifest): Promise<string[]> {
    const names: string[] = [];
    await each(manifest.blobs, async (blob) => {
      if (!(await shelved(blob))) names.push(blob.name);
    });
    return names;
  }

  async function fill(blob: Blob): Promise<void> {
    if (await shelved(blob)) return;
    // A preload that failed while the network was away is handed out once more: it is asked for past that too.
    let data = await download(pathOf(blob), 'default').catch(() => download(pathOf(blob), 'reload'));
    // A damaged copy in the HTTP cache would never heal, its address being immutable.
    if (!(await verified(blob, data))) data = await download(pathOf(blob), 'reload');
    if (!(await verified(blob, data))) throw new TypeError(`${blob.name}: not what the manifest says`);
    await keep(pathOf(blob), data);
  }

  async function keep(path: string, data: Uint8Array<ArrayBuffer>): Promise<void> {
    try {
      await shelf.put(path, data);
    } catch (cause) {
      throw new NoRoom(path, { cause });
    }
  }

  async function look(): Promise<UpdateResult> {
    try {
      // The server says that a kept manifest must be asked for again; only this mode takes up what the page preloaded.
      const manifest = readManifest(decode(await download(manifestOf(region), 'default')));
      if (manifest === null) return 'broken';
      if (manifest === 'newer_schema') return manifest;
      await Promise.all(manifest.blobs.filter(isRequired).map(fill));
      persist();
      // On a first visit the screen does not wait for the rest: the next look brings it.
      if (openId !== null) await each(manifest.blobs, fill);
      if (manifest.release === openId) {
        await shelf.remove(STAGED); // withdrawn before it was ever used
        return 'current';
      }
      await keep(STAGED, encode(manifest));
      return 'ready';
    } catch (error) {
      if (error instanceof Gone && region !== null) return leave();
      if (error instanceof Unreachable) return waiting();
      if (!(error instanceof NoRoom)) return 'broken';
      if (openId !== null || !shelf.lasting) return 'no_room';
      shelf = memoryShelf(); // better online than not at all
      return look();
    }
  }

  /** The server no longer knows the region: the national text is better than one that nobody keeps any more. */
  async function leave(): Promise<UpdateResult> {
    region = null;
    await shelf.remove(REGION);
    return look();
  }

  /** One look at a time: start and focus come close together, and one serves both. */
  function update(): Promise<UpdateResult> {
    running ??= look().finally(() => {
      running = null;
    });
    return running;
  }

  /** Without a network, a release downloaded earlier can still be taken into use. */
  async function waiting(): Promise<UpdateResult> {
    const staged = await pointer(STAGED);
    return staged && staged.release !== openId && (await openWhole(staged)) ? 'ready' : 'offline';
  }

  /** Opens a release that takes the place of one in use, which needs every file; the very first one may still grow. */
  async function openWhole(manifest: Manifest): Promise<Release | null> {
    return openId !== null && (await absent(manifest)).length > 0 ? null : open(manifest);
  }

  async function tidy(): Promise<void> {
    await shelf.remove(STAGED);
    const manifests = await Promise.all([pointer(CURRENT), pointer(STAGED)]);
    const kept = new Set([CURRENT, STAGED, REGION, ...manifests.flatMap((m) => m?.blobs.map(pathOf) ?? [])]);
    for (const path of await shelf.paths()) if (!kept.has(path)) await shelf.remove(path);
  }

  return {
    async openCurrent() {
      const code = await shelf.get(REGION).catch(() => null);
      region = code && new TextDecoder().decode(code);
      const manifest = await pointer(CURRENT);
      const release = manifest && (await open(manifest));
      openId = release?.id ?? null;
      return release;
    },

    update,

    async join(code) {
      await running;
      if (code !== null) {
        try {
          await download(manifestOf(code), 'default');
        } catch (error) {
          return error instanceof Gone ? 'unknown' : 'offline';
        }
      }
      try {
        await (code === null ? shelf.remove(REGION) : shelf.put(REGION, new TextEncoder().encode(code)));
      } catch {
        return 'no_room';
      }
      region = code;
      return update();
    },

    async flip() {
      const manifest = await pointer(STAGED);
      const release = manifest && (await openWhole(manifest));
      if (!release) return null;
      try {
        await shelf.put(CURRENT, encode(manifest));
      } catch {
        // No room for the pointer. What is in use stays; with nothing in use, better until the page closes than not at all.
        if (openId !== null) return null;
        openId = release.id;
        return release;
      }
      openId = release.id;
      // The flip is done: what is left over can wait for the next one.
      await tidy().catch(() => undefined);
      return release;
    },

    async readiness() {
      const manifest = shelf.lasting ? await pointer(CURRENT) : null;
      if (!manifest) return { shell: false, missing: [CURRENT] };
      const [blobs, shell] = await Promise.all([absent(manifest), missingFromShell()]);
      return { shell: shell?.length === 0, missing: [...(shell ?? []), ...blobs] };
    },
  };
}

async function sha256(data: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', data));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

// On plain http away from localhost both are undefined, whatever their types say.
const secure = typeof caches !== 'undefined' && typeof crypto !== 'undefined' && crypto.subtle !== undefined;

/** The releases on this device. */
export const library: Library = createLibrary({
  fetch: (...request) => fetch(...request),
  shelf: secure ? cacheShelf(caches) : memoryShelf(),
  sha256: secure ? sha256 : null,
  missingFromShell,
  // Asked for quietly: browsers decide without a prompt, and a refusal changes nothing.
  persist: () => void navigator.storage?.persist?.().catch(() => false),
});
