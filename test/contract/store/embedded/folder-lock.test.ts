import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { seal } from '../../../../server/store/embedded/disk/checksummed.ts';
import { type EmbeddedStore, openEmbeddedStore } from '../../../../server/store/embedded/open-embedded-store.ts';
import { allNumbers, done, post, series } from '../sample-records.ts';

let folder: string;
let store: EmbeddedStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-lock-'));
  store = await openEmbeddedStore({ folder });
});
afterEach(async () => {
  vi.useRealTimers();
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const owner = async () => JSON.parse(await readFile(join(folder, 'lock-owner.json'), 'utf8'));

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
    await writeFile(join(folder, 'lock-owner.json'), JSON.stringify({ ...(await owner()), opening: 'another' }));
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
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
});

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
