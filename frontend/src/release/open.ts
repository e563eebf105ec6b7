// Makes of a manifest and its files what the app works with.
import type { HelplineBundle } from '../directory/directory.gen';
import type { Guide } from '../engine/bundle.gen';
import { decode, type Files } from './files';
import {
  type BlobName,
  type Directory,
  isRequired,
  type Manifest,
  REGION_BLOB,
  type RegionWords,
  type Release,
  type TextBlob,
} from './types';

/** Opens a release; null when a file that a consultation needs is not there, or not what it should be. */
export async function openRelease(manifest: Manifest, shelved: Files['shelved']): Promise<Release | null> {
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
      load: createLoad(manifest, shelved),
      manifest,
    };
  } catch {
    return null; // not JSON: as good as missing
  }
}

/** Reads the other blobs of a release, each once. */
function createLoad(manifest: Manifest, shelved: Files['shelved']): Release['load'] {
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
