import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seal } from '../../../../server/store/embedded/disk/checksummed.ts';
import { expectUnused } from '../../../../server/store/embedded/folder/folder-lock.ts';
import { type EmbeddedStore, openEmbeddedStore } from '../../../../server/store/embedded/open-embedded-store.ts';
import type { StoreFault } from '../../../../server/store/store-fault.ts';
import { allNumbers, done, post, series } from '../sample-records.ts';
import { MemoryDisk } from './memory-disk.ts';

let folder: string;
let store: EmbeddedStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-lock-'));
  store = await openEmbeddedStore({ folder });
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const owner = async () => JSON.parse(await readFile(join(folder, 'lock-owner.json'), 'utf8')).body;

describe('the lock of a data folder', () => {
  it('says in a readable file who has the folder', async () => {
    expect(await owner()).toMatchObject({
      pid: process.pid,
      host: hostname(),
      since: expect.stringMatching(/^20.*Z$/),
    });
  });

  it('keeps a second opening out, also in the same process, until the first is closed', async () => {
    await expect(openEmbeddedStore({ folder })).rejects.toMatchObject({ code: 'store.locked' });
    expect(done(await post(store))).toBe(`${series}-00001`);
    await store.close();
    store = await openEmbeddedStore({ folder });
    expect(await allNumbers(store)).toEqual([`${series}-00001`]);
  });

  it('lets exactly one of many openings in', async () => {
    await store.close();
    const openings = await Promise.allSettled(Array.from({ length: 5 }, () => openEmbeddedStore({ folder })));
    const opened = openings.flatMap((opening) => (opening.status === 'fulfilled' ? [opening.value] : []));
    expect(opened).toHaveLength(1);
    await opened[0]?.close();
  });

  it('that somebody else has taken while we slept: nothing is written any more, reading goes on', async () => {
    await post(store);
    await writeFile(join(folder, 'lock-owner.json'), seal({ ...(await owner()), opening: 'another' }));
    await expect(post(store)).rejects.toMatchObject({ code: 'store.lock-lost' });
    await expect(store.files.put(Buffer.from('x'))).rejects.toMatchObject({ code: 'store.lock-lost' });
    await expect(store.accounts.dropToken('x')).rejects.toMatchObject({ code: 'store.lock-lost' });
    expect(await allNumbers(store)).toEqual([`${series}-00001`]);
  });

  it('that has vanished: nothing is written any more, and the process lives', async () => {
    await rm(join(folder, 'lock'), { recursive: true });
    await expect
      .poll(() => post(store).catch((error: unknown) => error), { timeout: 30_000, interval: 200 })
      .toMatchObject({ code: 'store.lock-lost' });
  });

  it('that has vanished is told to all, without anybody writing', async () => {
    await rm(join(folder, 'lock'), { recursive: true });
    await expect
      .poll(() => store.trouble(), { timeout: 30_000, interval: 200 })
      .toMatchObject({ code: 'lock-lost', since: expect.stringMatching(/^20.*Z$/) });
  });

  it('is asked before names change, not only before a write begins', async () => {
    const disk = new MemoryDisk(folder);
    await store.close();
    store = await openEmbeddedStore({ folder, fs: disk });
    const taken = seal({ pid: 1, host: 'another', since: '', opening: 'another' });
    // The process is stopped in the middle of a write, for longer than another one waits.
    disk.beforeEach = (operation) => operation === 'sync' && writeFile(join(folder, 'lock-owner.json'), taken);
    await expect(post(store)).rejects.toMatchObject({ code: 'store.lock-lost' });
    expect(disk.paths().filter((path) => path.includes('orders'))).toEqual([]);
  });

  it('of a folder that was moved away is lost, and no folder is made in its place', async () => {
    await post(store);
    const elsewhere = `${folder}-moved`;
    await rename(folder, elsewhere);
    for (let attempt = 1; attempt <= 2; attempt += 1)
      await expect(post(store)).rejects.toMatchObject({ code: 'store.lock-lost' });
    expect(existsSync(folder)).toBe(false);
    await rename(elsewhere, folder);
  });

  it('is given up when its owner file says something else, and trusted when it was only copied back', async () => {
    const path = join(folder, 'lock-owner.json');
    const bytes = await readFile(path);
    await rm(path);
    await writeFile(path, bytes);
    expect(done(await post(store))).toBe(`${series}-00001`);
    for (let at = 0; at < bytes.length; at += 1) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      await writeFile(path, flipped);
      // Wrong bytes name nobody: no other opening may take the folder for that of a process that died.
      expect((await readLocked(folder)).details.owner, `byte ${at}`).toBeNull();
    }
    await expect(post(store)).rejects.toMatchObject({ code: 'store.lock-lost' });
  });
});

/** How `expectUnused` refuses the folder. */
const readLocked = (folder: string): Promise<StoreFault> =>
  expectUnused(folder).then(
    () => Promise.reject(new Error('it counts as unused')),
    (fault: StoreFault) => fault,
  );

describe('a data folder that cannot be one', () => {
  it('is refused by name: a file', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    await expect(openEmbeddedStore({ folder: file })).rejects.toMatchObject({
      code: 'store.folder-unusable',
      details: { folder: file, errno: 'ENOTDIR' },
    });
  });

  it('is refused and given back: one of a newer program', async () => {
    await store.close();
    await writeFile(join(folder, 'store.json'), seal({ format: 2 }));
    for (let attempt = 1; attempt <= 2; attempt += 1)
      await expect(openEmbeddedStore({ folder })).rejects.toMatchObject({ code: 'store.format-unknown' });
  });
});

describe('a closed store', () => {
  it('answers what was asked before, refuses what is asked after, and may be closed again', async () => {
    const asked = post(store);
    const closed = store.close();
    expect(done(await asked)).toBe(`${series}-00001`);
    await closed;
    await expect(post(store)).rejects.toMatchObject({ code: 'store.closed' });
    await expect(store.close()).resolves.toBeUndefined();
  });
});
