import { type DurableDisk, isTemporary } from '../disk/durable-disk.ts';

/** Removes the drafts of writes that were cut off, in the data folder and all folders in it. */
export async function sweep(disk: DurableDisk, folder = ''): Promise<void> {
  for (const { name, folder: isFolder } of await disk.list(folder)) {
    const path = folder === '' ? name : `${folder}/${name}`;
    if (isFolder) await sweep(disk, path);
    else if (isTemporary(name)) await disk.removeForNow(path);
  }
}
