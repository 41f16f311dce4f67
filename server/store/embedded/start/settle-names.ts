import type { DurableDisk } from '../disk/durable-disk.ts';
import { documentFolders } from '../records/document.ts';

/** Folders synced at once; most have nothing to be synced and take no time. */
const atOnce = 32;

/**
 * Makes durable what is about to be read: the process before may have been killed after it renamed a document and before it synced the
 * folder. What is answered from such a document would be taken back by the power, though nobody changed anything. The data
 * folder's own names are synced when the folders in it are made.
 */
export async function settleNames(disk: DurableDisk): Promise<void> {
  const folders = (await Promise.all(documentFolders.map((folder) => foldersFrom(disk, folder)))).flat();
  for (let from = 0; from < folders.length; from += atOnce) await disk.settleNames(folders.slice(from, from + atOnce));
}

async function foldersFrom(disk: DurableDisk, folder: string): Promise<readonly string[]> {
  const inside = (await disk.list(folder)).filter((entry) => entry.folder);
  const below = await Promise.all(inside.map(({ name }) => foldersFrom(disk, `${folder}/${name}`)));
  return [folder, ...below.flat()];
}
