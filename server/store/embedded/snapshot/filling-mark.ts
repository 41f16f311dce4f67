import { StoreFault } from '../../store-fault.ts';
import { seal } from '../disk/checksummed.ts';
import { type DurableDisk, isTemporary } from '../disk/durable-disk.ts';

/** Stands in a folder while it is being filled: what is there isn't all yet. */
const fillingPath = 'filling.json';

/** Throws StoreFault 'store.unfinished' for a folder that a copy was begun in and never finished. */
export async function expectFinished(disk: DurableDisk, folder: string): Promise<void> {
  if ((await disk.read(fillingPath)) === null) return;
  throw new StoreFault('store.unfinished', `copying into ${folder} was begun and isn't finished`, { folder });
}

/**
 * Marks an empty folder; one that was marked before is gone on with. The draft of a mark may be there, of an attempt that was cut off
 * before it began. Throws StoreFault 'store.not-empty'.
 */
export async function beginFilling(disk: DurableDisk, folder: string): Promise<void> {
  const names = (await disk.list(''))
    .map(({ name }) => name)
    .filter((name) => !ofLocks.has(name) && !isTemporary(name));
  if (names.includes(fillingPath)) return;
  if (names.length > 0)
    throw new StoreFault('store.not-empty', `${folder} holds something already`, { folder, found: names[0] });
  await disk.write([{ path: fillingPath, bytes: seal({}), keepPrevious: false }]);
}

export const endFilling = (disk: DurableDisk): Promise<void> => disk.remove([fillingPath]);

/** What taking the lock leaves in a folder. */
const ofLocks = new Set(['lock', 'lock-owner.json', 'opening.lock']);
