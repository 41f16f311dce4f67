import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fillStore } from '../../../../server/app/fill-store.ts';
import type { SnapshotPart } from '../../../../server/ports.ts';
import { type EmbeddedStore, openEmbeddedStore } from '../../../../server/store/embedded/open-embedded-store.ts';
import { openFolderFiller } from '../../../../server/store/embedded/snapshot/folder-filler.ts';
import { done, at as moment, post } from '../sample-records.ts';
import { diskError, MemoryDisk } from './memory-disk.ts';
import { emptyLedger, lost, seen, work } from './workload.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-power-'));
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});

/** Works until the disk's Nth operation, where the power goes; false = the work was done before that. */
async function workUntil(disk: MemoryDisk, at: number, ledger = emptyLedger()): Promise<boolean> {
  let calls = 0;
  disk.beforeEach = () => {
    calls += 1;
    if (calls >= at) throw diskError('EIO');
  };
  // Already opening the folder may be cut off.
  const store = await openEmbeddedStore({ folder, fs: disk }).catch(() => null);
  if (store) {
    await work(store, ledger);
    await store.close().catch(() => undefined);
  }
  disk.beforeEach = () => {};
  return calls >= at;
}

describe('a power failure', () => {
  // The first two are the extremes; the others mix, by a small generator with a fixed seed.
  it.each([
    ['nothing that was not synced survives', () => () => false],
    ['everything survives', () => () => true],
    ['some of it survives', () => random(7)],
    ['other parts of it survive', () => random(42)],
  ])('at any disk operation loses nothing that was answered, when %s', async (_, survivors) => {
    const survives = survivors();
    let at = 1;
    for (; ; at += 1) {
      const disk = new MemoryDisk(folder);
      const ledger = emptyLedger();
      const cutOff = await workUntil(disk, at, ledger);
      disk.powerFailure(survives);
      const store = await openEmbeddedStore({ folder, fs: disk });
      expect(await lost(store, ledger), `power failure at ${at}`).toEqual([]);
      const memory = await seen(store);
      await store.close();
      const again = await openEmbeddedStore({ folder, fs: disk });
      expect(await seen(again), `power failure at ${at}`).toEqual(memory);
      await again.close();
      if (!cutOff) break;
    }
    expect(at).toBeGreaterThan(100);
  });

  it('during the repair of a power failure loses nothing either', async () => {
    for (let at = 60; at < 120; at += 6) {
      for (let later = 1; later < 40; later += 3) {
        const disk = new MemoryDisk(folder);
        const ledger = emptyLedger();
        await workUntil(disk, at, ledger);
        disk.powerFailure(random(at));
        await workUntil(disk, later);
        disk.powerFailure(random(later));
        const store = await openEmbeddedStore({ folder, fs: disk });
        expect(await lost(store, ledger), `power failures at ${at} and ${later}`).toEqual([]);
        await store.close();
      }
    }
  });
});

describe('a process killed at any disk operation', () => {
  it('whose request is answered after a restart, is answered for good: the power takes nothing of it', async () => {
    let [at, repeated] = [1, 0];
    for (let cutOff = true; cutOff; at += 1) {
      const disk = new MemoryDisk(folder);
      const ledger = emptyLedger();
      cutOff = await workUntil(disk, at, ledger);
      const store = await openEmbeddedStore({ folder, fs: disk });
      // One request alone: the next would make its names durable.
      const key = ['alone', 'x', 'y', 'z', 'last'].find((each) => !ledger.acknowledged.posts.has(`a:${each}`));
      if (key !== undefined) {
        const outcome = await post(store, { key }, `a:${key}`);
        ledger.acknowledged.posts.set(`a:${key}`, done(outcome));
        if (outcome.outcome === 'done' && outcome.repeated) repeated += 1;
      }
      await kill(disk, store);
      disk.powerFailure(() => false);
      const again = await openEmbeddedStore({ folder, fs: disk });
      expect(await lost(again, ledger), `killed at ${at}`).toEqual([]);
      await again.close();
    }
    expect(repeated).toBeGreaterThan(0);
  });
});

describe('a file whose name did not reach the disk', () => {
  it('is kept by whoever puts it again', async () => {
    const disk = new MemoryDisk(folder);
    const store = await openEmbeddedStore({ folder, fs: disk });
    const bytes = Buffer.from('a stamped letter');
    disk.beforeEach = (operation, path) => {
      if (operation === 'syncFolder' && dirname(path) === join(folder, 'files')) throw diskError('EIO');
    };
    await expect(store.files.put(bytes)).rejects.toMatchObject({ code: 'store.write-failed' });
    await expect(store.files.put(bytes)).rejects.toMatchObject({ code: 'store.write-failed' });
    disk.beforeEach = () => {};
    const { sha256 } = await store.files.put(bytes);
    await kill(disk, store);
    disk.powerFailure(() => false);
    const again = await openEmbeddedStore({ folder, fs: disk });
    expect(await again.files.get(sha256)).toEqual(bytes);
    await again.close();
  });
});

describe('a copy that a killed process left and another finished', () => {
  it('is whole once it is finished, or says that it is not, wherever the first was cut off', async () => {
    const parts = await partsOfWork();
    let [cutOff, opened] = [true, 0];
    for (let at = 1; cutOff; at += 1) {
      const disk = new MemoryDisk(folder);
      cutOff = await fillUntil(disk, at, parts);
      await fillUntil(disk, Number.POSITIVE_INFINITY, parts);
      disk.powerFailure(() => false);
      const store = await openEmbeddedStore({ folder, fs: disk }).catch(saysUnfinished);
      if (store === null) continue;
      expect(await partsOf(store), `killed at ${at}`).toEqual(parts);
      await store.close();
      opened += 1;
    }
    expect(opened).toBeGreaterThan(50);
  });

  /** Killed after everything was kept: the mark may come back, and the copy is gone on with once more. */
  function saysUnfinished(error: unknown): null {
    expect(error).toMatchObject({ code: 'store.unfinished' });
    return null;
  }

  async function partsOfWork(): Promise<readonly SnapshotPart[]> {
    const store = await openEmbeddedStore({ folder, fs: new MemoryDisk(folder) });
    await work(store, emptyLedger());
    await store.files.put(Buffer.from('a stamped letter'));
    const parts = await partsOf(store);
    await store.close();
    return parts;
  }

  async function partsOf(store: EmbeddedStore): Promise<readonly SnapshotPart[]> {
    const snapshot = await store.snapshot();
    const parts: SnapshotPart[] = [];
    for await (const part of snapshot.parts()) parts.push(part);
    return parts;
  }

  /** Until the disk's Nth operation; false = it was finished before that. */
  async function fillUntil(disk: MemoryDisk, at: number, all: readonly SnapshotPart[]): Promise<boolean> {
    let calls = 0;
    disk.beforeEach = () => {
      calls += 1;
      if (calls >= at) throw diskError('EIO');
    };
    const parts = async function* () {
      yield* all;
    };
    const filler = await openFolderFiller({ folder, fs: disk, now: moment('2026-11-21T02:00:00.000Z') }).catch(
      () => null,
    );
    if (filler !== null) {
      await fillStore({ parts }, filler)
        .then(() => filler.finish())
        .catch(() => undefined);
      await filler.close();
    }
    disk.beforeEach = () => {};
    return calls >= at;
  }
});

/** Nothing reaches the disk any more. */
async function kill(disk: MemoryDisk, store: EmbeddedStore): Promise<void> {
  disk.beforeEach = () => {
    throw diskError('EIO');
  };
  await store.close().catch(() => undefined);
  disk.beforeEach = () => {};
}

function random(seed: number): () => boolean {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state > 1_073_741_824;
  };
}
