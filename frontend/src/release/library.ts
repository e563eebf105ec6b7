// Brings releases to the device: manifest, download aside, verify, flip. One release is shown at a time, whole.
import { each } from './each';
import { createFiles, decode, type Files, type FilesDeps, Gone, NoRoom, Unreachable } from './files';
import { openRelease } from './open';
import { CURRENT, cacheShelf, memoryShelf, REGION, STAGED } from './shelf';
import { missingFromShell } from './shell';
import { isRequired, type Manifest, pathOf, type Release, readManifest } from './types';

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
  /**
   * Opens what is on the device, verified, at a start: nothing is on screen yet, so a release that was downloaded whole
   * takes its turn. Null when there is none or a file of it is missing or damaged.
   */
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
export interface LibraryDeps extends FilesDeps {
  /** Files of the shell that the worker lacks; null without a worker. */
  missingFromShell: () => Promise<string[] | null>;
  persist: () => void;
}

const MANIFEST = '/content/manifest.json';
const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

const manifestOf = (region: string | null) => (region === null ? MANIFEST : `/content/region/${region}.json`);

/** Creates a library over the given browser. */
export function createLibrary(deps: LibraryDeps): Library {
  const { missingFromShell, persist } = deps;
  let shelf = deps.shelf;
  let files: Files = createFiles(deps);
  let openId: string | null = null;
  let region: string | null = null;
  let running: Promise<UpdateResult> | null = null;

  const read = async (path: string) => readManifest(decode(await files.download(path)));

  /** What the server has in force for this device. */
  async function wanted(): Promise<ReturnType<typeof readManifest>> {
    try {
      return await read(manifestOf(region));
    } catch (error) {
      if (!(error instanceof Gone) || region === null) throw error;
      // The server no longer knows the region: the national text is better than one that nobody keeps any more. But it
      // must be our server that says so, or a fault on the way would take the region off every tablet.
      const national = await read(MANIFEST);
      if (national === null || national === 'newer_schema') throw error;
      region = null;
      await shelf.remove(REGION);
      return national;
    }
  }

  /** Downloads what is in force. With no room for it, what nobody needs any more makes room, once. */
  async function look(swept = false): Promise<UpdateResult> {
    let manifest: Manifest | null = null;
    try {
      const found = await wanted();
      if (found === null) return 'broken';
      if (found === 'newer_schema') return found;
      manifest = found;
      await Promise.all(manifest.blobs.filter(isRequired).map(files.fill));
      persist();
      // On a first visit the screen does not wait for the rest: the next look brings it.
      if (openId !== null) await each(manifest.blobs, files.fill);
      if (manifest.release === openId) {
        await shelf.remove(STAGED); // withdrawn before it was ever used
        return shelf === deps.shelf ? 'current' : 'no_room';
      }
      await files.keep(STAGED, encode(manifest));
      return 'ready';
    } catch (error) {
      if (error instanceof Unreachable) return waiting();
      if (!(error instanceof NoRoom)) return 'broken';
      if (!swept && (await sweep(manifest).catch(() => false))) return look(true);
      if (openId !== null || !shelf.lasting) return 'no_room';
      shelf = memoryShelf(); // better online than not at all
      files = createFiles({ ...deps, shelf });
      return look(true);
    }
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
    const staged = await files.pointer(STAGED);
    return staged && staged.release !== openId && (await openWhole(staged)) ? 'ready' : 'offline';
  }

  /** Opens a release that takes the place of one in use, which needs every file; the very first one may still grow. */
  async function openWhole(manifest: Manifest): Promise<Release | null> {
    return openId !== null && (await files.absent(manifest)).length > 0 ? null : openRelease(manifest, files.shelved);
  }

  async function flip(): Promise<Release | null> {
    const [manifest, replaced] = await Promise.all([files.pointer(STAGED), files.pointer(CURRENT)]);
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
    // The flip is done: what is left over can wait for the next one. What was replaced stays that long, for another tab
    // may be in a consultation with it, and read a language only when it is asked for.
    await shelf
      .remove(STAGED)
      .then(() => clear([manifest, replaced]))
      .catch(() => undefined);
    return release;
  }

  /** Removes what is neither in use nor wanted. Whether there was anything. */
  async function sweep(manifest: Manifest | null): Promise<boolean> {
    await shelf.remove(STAGED);
    return clear([await files.pointer(CURRENT), manifest]);
  }

  /** Removes every file but the pointers and those of these releases. Whether there was any. */
  async function clear(manifests: readonly (Manifest | null)[]): Promise<boolean> {
    const kept = new Set([CURRENT, STAGED, REGION, ...manifests.flatMap((m) => m?.blobs.map(pathOf) ?? [])]);
    const left = (await shelf.paths()).filter((path) => !kept.has(path));
    for (const path of left) await shelf.remove(path);
    return left.length > 0;
  }

  return {
    async openCurrent() {
      const code = await shelf.get(REGION).catch(() => null);
      region = code && new TextDecoder().decode(code);
      const [inUse, staged] = await Promise.all([files.pointer(CURRENT), files.pointer(STAGED)]);
      openId = inUse?.release ?? null;
      // It also stands in for a pointer that was lost when the device went off in the middle of the flip.
      const taken = staged && staged.release !== openId ? await flip() : null;
      const release = taken ?? (inUse && (await openRelease(inUse, files.shelved)));
      openId = release?.id ?? null;
      return release;
    },

    update,

    async join(code) {
      await running;
      if (code !== null) {
        try {
          await files.download(manifestOf(code));
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

    flip,

    async readiness() {
      const manifest = shelf.lasting ? await files.pointer(CURRENT) : null;
      if (!manifest) return { shell: false, missing: [CURRENT] };
      const [blobs, shell] = await Promise.all([files.absent(manifest), missingFromShell()]);
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
