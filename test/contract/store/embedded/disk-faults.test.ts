import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Store } from '../../../../server/ports.ts';
import { openEmbeddedStore } from '../../../../server/store/embedded/open-embedded-store.ts';
import { diskError, MemoryDisk } from './memory-disk.ts';
import { emptyLedger, type Ledger, lost, seen, work } from './workload.ts';

/** Fails the Nth disk operation, for every N. The locks are real, so the folder is; the documents are on a simulated disk. */
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-faults-'));
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});
afterAll(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});

/** How many disk operations the workload needs when nothing goes wrong. */
async function countCalls(): Promise<number> {
  const disk = new MemoryDisk(folder);
  const store = await openEmbeddedStore({ folder, fs: disk });
  let calls = 0;
  disk.onCall = () => {
    calls += 1;
  };
  await work(store, emptyLedger());
  await store.close();
  return calls;
}

/** The disk fails from its Nth operation on, `times` times. */
function failing(disk: MemoryDisk, from: number, times: number, code: string): void {
  let calls = 0;
  disk.onCall = () => {
    calls += 1;
    if (calls >= from && calls < from + times) throw diskError(code);
  };
}

/** A restart after a power failure shows what memory showed, and everything that was acknowledged. */
async function expectKept(store: Store, disk: MemoryDisk, ledger: Ledger, when: string): Promise<void> {
  const memory = await seen(store);
  await store.close();
  disk.powerFailure(() => false);
  const reopened = await openEmbeddedStore({ folder, fs: disk });
  expect(await seen(reopened), when).toEqual(memory);
  expect(await lost(reopened, ledger), when).toEqual([]);
  await reopened.close();
}

const spells: [string, number, string][] = [
  ['once', 1, 'EIO'],
  ['three times', 3, 'EIO'],
  ['for a while, being full', 40, 'ENOSPC'],
];

describe('a disk that fails', () => {
  it.each(spells)('%s, at any operation: an error to who asked, and later writes work', async (_, times, code) => {
    const calls = await countCalls();
    expect(calls).toBeGreaterThan(100);
    let failures = 0;
    for (let at = 1; at <= calls; at += 1) {
      const disk = new MemoryDisk(folder);
      const ledger = emptyLedger();
      const store = await openEmbeddedStore({ folder, fs: disk });
      failing(disk, at, times, code);
      await work(store, ledger);
      disk.onCall = () => {};
      failures += ledger.failures.length;
      await work(store, ledger, 'afterwards');
      expect(ledger.acknowledged.posts.get('afterwards:last'), `fault at ${at}`).toBeDefined();
      await expectKept(store, disk, ledger, `fault at ${at}`);
    }
    expect(failures).toBeGreaterThan(calls / 3);
  });

  it.each(spells)('%s, at any operation: nothing half, also when the power goes then', async (_, times, code) => {
    const calls = await countCalls();
    for (let at = 1; at <= calls; at += 1) {
      const disk = new MemoryDisk(folder);
      const ledger = emptyLedger();
      const store = await openEmbeddedStore({ folder, fs: disk });
      failing(disk, at, times, code);
      await work(store, ledger);
      disk.onCall = () => {};
      await expectKept(store, disk, ledger, `fault at ${at}`);
    }
  });

  it('for good: every write is refused by name, reading goes on', async () => {
    const disk = new MemoryDisk(folder);
    const ledger = emptyLedger();
    const store = await openEmbeddedStore({ folder, fs: disk });
    await work(store, ledger);
    const before = await seen(store);
    failing(disk, 1, Number.POSITIVE_INFINITY, 'EROFS');
    await expect(store.transact({ requestKey: 'k', locks: [], load: {}, decide: answer })).rejects.toMatchObject({
      code: 'store.write-failed',
      details: { errno: 'EROFS' },
    });
    await expect(store.files.put(Buffer.from('x'))).rejects.toMatchObject({ name: 'StoreFault' });
    await expect(store.accounts.dropToken('x')).rejects.toMatchObject({ code: 'store.write-failed' });
    expect(await seen(store)).toEqual(before);
    await expect(store.close()).rejects.toMatchObject({ code: 'store.write-failed' });
  });
});

const answer = () => ({ append: [], answer: 1 });
