import { join } from 'node:path';
import { nodeFileSystem } from '../store/embedded/disk/file-system.ts';
import { sha256 } from '../store/sha256.ts';
import type { BackedUpFile } from './manifest.ts';

/** The paths of all files in a folder and the folders in it, with forward slashes. */
export async function* filesIn(folder: string, inside = ''): AsyncGenerator<string> {
  for (const { name, folder: isFolder } of await nodeFileSystem.list(join(folder, inside))) {
    const path = inside === '' ? name : `${inside}/${name}`;
    if (isFolder) yield* filesIn(folder, path);
    else yield path;
  }
}

/** Reads a file back: what is on the disk counts, not what was meant to be written. */
export async function described(folder: string, path: string): Promise<BackedUpFile> {
  const bytes = await nodeFileSystem.read(join(folder, ...path.split('/')));
  return { path, bytes: bytes.length, sha256: sha256(bytes) };
}
