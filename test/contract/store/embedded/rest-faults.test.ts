import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openEmbeddedStore } from '../../../../server/store/embedded/open-embedded-store.ts';
import { diskError, MemoryDisk } from './memory-disk.ts';
import { restless } from './restless.ts';
import { emptyLedger, lost, seen, work } from './workload.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-rest-faults-'));
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});

const open = (disk: MemoryDisk) => openEmbeddedStore({ folder, fs: disk, rest: restless });

/** Runs an office on the disk whose Nth operation is as `fault` says; false = it had done fewer. */
async function workWith(disk: MemoryDisk, ledger = emptyLedger(), fault: (call: number) => boolean = () => false) {
  let [calls, failed] = [0, false];
  disk.beforeEach = () => {
    calls += 1;
    if (!fault(calls)) return;
    failed = true;
    throw diskError('EIO');
  };
  const store = await open(disk).catch(() => null);
  let memory: unknown = null;
  if (store !== null) {
    await work(store, ledger);
    memory = await seen(store).catch(() => null);
    await store.close().catch(() => undefined);
  }
  disk.beforeEach = () => {};
  return { failed, memory, calls };
}

/** What a restart finds with the index, without it, and what was acknowledged. */
async function expectWhole(disk: MemoryDisk, ledger = emptyLedger(), when: string, memory?: unknown): Promise<void> {
  const store = await open(disk);
  const found = await seen(store);
  if (memory !== undefined && memory !== null) expect(found, when).toEqual(memory);
  expect(await lost(store, ledger), when).toEqual([]);
  const kept = await seen(store);
  await store.close();
  for (const path of disk.paths()) if (path.startsWith(join(folder, 'index'))) await disk.remove(path);
  const anew = await open(disk);
  expect(await seen(anew), when).toEqual(kept);
  await anew.close();
}

describe('an index that is saved all the time', () => {
  it('on a disk that fails once, at any operation, never says anything else than the documents', async () => {
    const { calls } = await workWith(new MemoryDisk(folder));
    expect(calls).toBeGreaterThan(300);
    for (let at = 1; at <= calls; at += 1) {
      const disk = new MemoryDisk(folder);
      const ledger = emptyLedger();
      const { memory } = await workWith(disk, ledger, (call) => call === at);
      disk.powerFailure(() => false);
      await expectWhole(disk, ledger, `fault at ${at}`, memory);
    }
  });

  // The two are the extremes; the others mix, by a small generator with a fixed seed.
  it.each([
    ['nothing that was not synced survives', () => () => false],
    ['everything survives', () => () => true],
    ['some of it survives', () => random(7)],
    ['other parts of it survive', () => random(42)],
  ])('in a power failure at any operation, when %s, says nothing else than the documents', async (_, survivors) => {
    const survives = survivors();
    let at = 1;
    for (; ; at += 1) {
      const disk = new MemoryDisk(folder);
      const ledger = emptyLedger();
      const { failed } = await workWith(disk, ledger, (call) => call >= at);
      disk.powerFailure(survives);
      await expectWhole(disk, ledger, `power failure at ${at}`);
      if (!failed) break;
    }
    expect(at).toBeGreaterThan(300);
  });
});

function random(seed: number): () => boolean {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state > 1_073_741_824;
  };
}
