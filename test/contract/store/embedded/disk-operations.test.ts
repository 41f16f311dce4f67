import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type EmbeddedStore, openEmbeddedStore } from '../../../../server/store/embedded/open-embedded-store.ts';
import { append, approved, orderAppend, post, series } from '../sample-records.ts';
import { MemoryDisk } from './memory-disk.ts';

/** What a commit asks of the disk: each operation costs a way through the system, each sync a wait for the disk. */
let folder: string;
let disk: MemoryDisk;
let store: EmbeddedStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-operations-'));
  disk = new MemoryDisk(folder);
  disk.largestWrite = Number.POSITIVE_INFINITY;
  store = await openEmbeddedStore({ folder, fs: disk });
  // The month's folder is there from now on.
  await post(store);
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const order = (sequence: number) => `orders/2026-11/${series}-${String(sequence).padStart(5, '0')}.json`;

/** The operations of some work, with the paths they were about; temporary files under the name they are to have. */
async function operations(work: () => Promise<unknown>): Promise<string[]> {
  const done: string[] = [];
  disk.afterEach = (operation, path) => {
    const name = relative(folder, path).replaceAll('\\', '/');
    done.push(`${operation} ${name.replace(/\.[0-9a-f-]+\.tmp$/, '')}`.trim());
  };
  await work();
  disk.afterEach = () => {};
  return done;
}

describe('a commit', () => {
  it('of a new record writes one file and syncs it and its folder, nothing else', async () => {
    const path = order(2);
    const written = ['create', 'write', 'sync', 'close', 'rename'].map((operation) => `${operation} ${path}`);
    expect(await operations(() => post(store))).toEqual([...written, 'syncFolder orders/2026-11']);
  });

  it('costs the same however many are stored', async () => {
    const before = await operations(() => post(store));
    for (let count = 0; count < 100; count += 1) await post(store);
    expect(await operations(() => post(store))).toHaveLength(before.length);
  });

  it('of a record that is known keeps the generation before', async () => {
    const again = orderAppend(`${series}-00001`, 2, approved({ A01: '1' }));
    expect(await operations(() => append(store, again))).toContain(`link ${order(1)}.prev`);
  });

  it('shares the syncs of folders among all who come at once', async () => {
    const done = await operations(() => Promise.all(Array.from({ length: 20 }, () => post(store))));
    const synced = done.filter((operation) => operation.startsWith('syncFolder'));
    expect(synced).toEqual(['syncFolder', 'syncFolder orders/2026-11']);
    expect(done.filter((operation) => operation === 'sync redo.json')).toHaveLength(1);
    expect(done.filter((operation) => operation.startsWith('rename'))).toHaveLength(21);
  });
});
