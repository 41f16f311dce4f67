import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Store } from '../../../../server/ports.ts';
import { openEmbeddedStore } from '../../../../server/store/embedded/open-embedded-store.ts';
import { done, post } from '../sample-records.ts';
import { diskError, MemoryDisk } from './memory-disk.ts';
import { emptyLedger, type Ledger, lost, seen, work } from './workload.ts';

/** Fails the Nth disk operation, for every N. The locks are real, so the folder is; the documents are on a simulated disk. */
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-faults-'));
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});

/** How many disk operations the workload needs when nothing goes wrong. */
async function countCalls(): Promise<number> {
  const disk = new MemoryDisk(folder);
  const store = await openEmbeddedStore({ folder, fs: disk });
  let calls = 0;
  disk.beforeEach = () => {
    calls += 1;
  };
  await work(store, emptyLedger());
  await store.close();
  return calls;
}

interface Spell {
  readonly from: number;
  readonly times: number;
  readonly code: string;
  /** The operation has its effect and is reported as failed all the same. */
  readonly afterEffect?: boolean;
}

function fail(disk: MemoryDisk, { from, times, code, afterEffect = false }: Spell): void {
  let calls = 0;
  disk[afterEffect ? 'afterEach' : 'beforeEach'] = () => {
    calls += 1;
    if (calls >= from && calls < from + times) throw diskError(code);
  };
}

function heal(disk: MemoryDisk): void {
  disk.beforeEach = () => {};
  disk.afterEach = () => {};
}

/** Works through a spell of failures; the disk is well again afterwards. */
async function workThrough(spell: Spell): Promise<{ store: Store; disk: MemoryDisk; ledger: Ledger }> {
  const disk = new MemoryDisk(folder);
  const ledger = emptyLedger();
  const store = await openEmbeddedStore({ folder, fs: disk });
  fail(disk, spell);
  await work(store, ledger);
  heal(disk);
  return { store, disk, ledger };
}

/** What a restart after a power failure finds is what memory showed, and everything that was acknowledged. */
async function expectKept(disk: MemoryDisk, memory: unknown, ledger: Ledger, when: string): Promise<void> {
  disk.powerFailure(() => false);
  const reopened = await openEmbeddedStore({ folder, fs: disk });
  expect(await seen(reopened), when).toEqual(memory);
  expect(await lost(reopened, ledger), when).toEqual([]);
  expect(disk.paths().filter((path) => path.endsWith('.tmp'))).toEqual([]);
  await reopened.close();
}

const spells: [string, Omit<Spell, 'from'>][] = [
  ['once', { times: 1, code: 'EIO' }],
  ['once, having done what was asked', { times: 1, code: 'EIO', afterEffect: true }],
  ['three times', { times: 3, code: 'EIO' }],
  ['for a while, being full', { times: 40, code: 'ENOSPC' }],
];

describe('a disk that fails', () => {
  it.each(spells)('%s, at any operation: an error to who asked, and later writes work', async (_, spell) => {
    const calls = await countCalls();
    expect(calls).toBeGreaterThan(100);
    let failures = 0;
    for (let from = 1; from <= calls; from += 1) {
      const { store, disk, ledger } = await workThrough({ ...spell, from });
      failures += ledger.failures.length;
      await work(store, ledger, 'afterwards');
      expect(ledger.acknowledged.posts.get('afterwards:last'), `fault at ${from}`).toBeDefined();
      const memory = await seen(store);
      await store.close();
      await expectKept(disk, memory, ledger, `fault at ${from}`);
    }
    expect(failures).toBeGreaterThan(calls / 3);
  });

  it.each(spells)('%s, at any operation: nothing half, also when it is closed then', async (_, spell) => {
    const calls = await countCalls();
    for (let from = 1; from <= calls; from += 1) {
      const { store, disk, ledger } = await workThrough({ ...spell, from });
      const memory = await seen(store);
      await store.close();
      expect(spell.times > 1 ? [] : disk.paths().filter((path) => path.endsWith('.tmp'))).toEqual([]);
      await expectKept(disk, memory, ledger, `fault at ${from}`);
    }
  });

  it('once, at any operation: what it left is mended at once, before the process may be killed', async () => {
    const calls = await countCalls();
    for (const afterEffect of [false, true])
      for (let from = 1; from <= calls; from += 1) {
        const { store, disk, ledger } = await workThrough({ from, times: 1, code: 'EIO', afterEffect });
        const memory = await seen(store);
        fail(disk, { from: 1, times: Number.POSITIVE_INFINITY, code: 'EIO' });
        await store.close().catch(() => undefined);
        heal(disk);
        await expectKept(disk, memory, ledger, `fault at ${from}`);
      }
  });

  it('for good: every write is refused by name, reading goes on', async () => {
    const disk = new MemoryDisk(folder);
    const ledger = emptyLedger();
    const store = await openEmbeddedStore({ folder, fs: disk });
    await work(store, ledger);
    const before = await seen(store);
    fail(disk, { from: 1, times: Number.POSITIVE_INFINITY, code: 'EROFS' });
    await expect(store.transact({ requestKey: 'k', locks: [], load: {}, decide: answer })).rejects.toMatchObject({
      code: 'store.write-failed',
      details: { errno: 'EROFS' },
    });
    await expect(store.files.put(Buffer.from('x'))).rejects.toMatchObject({ name: 'StoreFault' });
    const user = { id: 'li', name: '李强', roles: [], locale: 'en' } as const;
    await expect(store.accounts.saveUser(user)).rejects.toMatchObject({ code: 'store.write-failed' });
    expect(await seen(store)).toEqual(before);
    await expect(store.close()).rejects.toMatchObject({ code: 'store.write-failed' });
  });
});

describe('a folder that somebody removed while the store was open', () => {
  it('is made again', async () => {
    const store = await openEmbeddedStore({ folder });
    await post(store);
    await rm(join(folder, 'orders', '2026-11'), { recursive: true });
    await expect(post(store)).rejects.toMatchObject({ code: 'store.write-failed', details: { errno: 'ENOENT' } });
    expect(done(await post(store))).toBe('SO-202611-00002');
    await store.close();
  });
});

const answer = () => ({ append: [], answer: 1 });
