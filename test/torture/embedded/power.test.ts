import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Store } from '../../../server/ports.ts';
import { auditFolder } from '../../../server/store/embedded/audit/audit-folder.ts';
import { openEmbeddedStore } from '../../../server/store/embedded/open-embedded-store.ts';
import { diskError, MemoryDisk } from '../../contract/store/embedded/memory-disk.ts';
import { Ledger } from '../frame/ledger.ts';
import { points, randomOf, scaled } from '../frame/scale.ts';
import { halves, office, seen } from './office.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-power-'));
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});

/** Works until the disk's Nth operation, where the power goes; the number of operations there were. */
async function workUntil(disk: MemoryDisk, at: number, ledger: Ledger<Store>): Promise<number> {
  let calls = 0;
  disk.beforeEach = () => {
    calls += 1;
    if (calls >= at) throw diskError('EIO');
  };
  // Already opening the folder may be cut off.
  const store = await openEmbeddedStore({ folder, fs: disk }).catch(() => null);
  if (store) {
    await office(store, ledger, 'a');
    await store.close().catch(() => undefined);
  }
  disk.beforeEach = () => {};
  return calls;
}

/** What may have reached the disk of that which was never synced. */
const survivors: readonly (readonly [string, (random: () => number) => () => boolean])[] = [
  ['nothing of it', () => () => false],
  ['all of it', () => () => true],
  ['some names and not others, in any order', (random) => () => random() < 0.5],
  ['few names', (random) => () => random() < 0.15],
];

describe('a power failure at every operation of the disk', () => {
  it.each(survivors)(
    'that leaves of what was not synced %s: nothing that was answered is lost, nothing is half',
    { timeout: scaled(60_000, 900_000) },
    async (name, survivorsOf) => {
      const random = randomOf(`power ${name}`);
      const all = await workUntil(new MemoryDisk(folder), Number.POSITIVE_INFINITY, new Ledger());
      expect(all).toBeGreaterThan(500);
      for (const at of points(all, 25, name)) {
        const disk = new MemoryDisk(folder);
        const ledger = new Ledger<Store>();
        await workUntil(disk, at, ledger);
        disk.powerFailure(survivorsOf(random), random);
        await expectWhole(disk, ledger, `power failure at ${at} of ${all}`);
      }
    },
  );
});

async function expectWhole(disk: MemoryDisk, ledger: Ledger<Store>, when: string): Promise<void> {
  expect((await auditFolder(folder, disk)).misfits, when).toEqual([]);
  const store = await openEmbeddedStore({ folder, fs: disk });
  expect(await halves(store), when).toEqual([]);
  const memory = await seen(store);
  expect(await ledger.broken(store), when).toEqual([]);
  expect(await seen(store), when).toEqual(memory);
  await store.close();
  const again = await openEmbeddedStore({ folder, fs: disk });
  expect(await seen(again), when).toEqual(memory);
  await again.close();
}
