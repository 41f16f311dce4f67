import { StoreFault } from '../../store-fault.ts';
import { DurableAdapter, isDamage } from '../disk/durable-adapter.ts';
import type { DurableDisk } from '../disk/durable-disk.ts';
import { SettingsDocument } from '../settings-document.ts';
import type { WriteGate } from './write-gate.ts';

/** Grows when an older program couldn't read the folder any more. */
const format = 1;
export const formatPath = 'store.json';

interface Marker {
  readonly format: number;
}

/** Marks a folder that has no mark yet. Throws StoreFault 'store.format-unknown' for one of a newer program. */
export async function markFormat(disk: DurableDisk, gate: WriteGate): Promise<void> {
  const marker = await SettingsDocument.open<Marker>(disk, formatPath, gate, { format: 0 });
  expectKnown(marker.body);
  if (marker.body.format < format) await marker.change(() => ({ format }));
}

/** The same for a folder that is only read; a mark that can't be read is no reason not to. */
export async function expectKnownFormat(disk: DurableDisk): Promise<void> {
  try {
    expectKnown((await new DurableAdapter<Marker>(disk, formatPath).read()) ?? { format: 0 });
  } catch (error) {
    if (!isDamage(error)) throw error;
  }
}

function expectKnown({ format: found }: Marker): void {
  if (found > format)
    throw new StoreFault('store.format-unknown', 'the data folder was written by a newer version of this program', {
      format: found,
    });
}
