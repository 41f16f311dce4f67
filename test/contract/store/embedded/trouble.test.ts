import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type EmbeddedStore, openEmbeddedStore } from '../../../../server/store/embedded/open-embedded-store.ts';
import {
  allNumbers,
  append,
  approved,
  done,
  issued,
  orderAppend,
  paperAppend,
  post,
  series,
} from '../sample-records.ts';
import { diskError, MemoryDisk } from './memory-disk.ts';

const first = `${series}-00001`;
const probeEveryMs = 3_000;

let folder: string;
let disk: MemoryDisk;
let store: EmbeddedStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-trouble-'));
  disk = new MemoryDisk(folder);
  store = await openEmbeddedStore({ folder, fs: disk });
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  heal();
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const refuseWith = (code: string) => {
  disk.beforeEach = (operation) => {
    if (!['read', 'list'].includes(operation)) throw diskError(code);
  };
};
const heal = () => {
  disk.beforeEach = () => {};
  disk.room = Number.POSITIVE_INFINITY;
};
/** Lets the store try by itself, as often as it does in that time. */
const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const trouble = () => store.trouble()?.code ?? null;

describe('a disk that refuses', () => {
  it.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EROFS', 'read-only'],
    ['EACCES', 'read-only'],
    ['EIO', 'disk-failing'],
  ])('with %s is %s, to who asked and to all, until it is well again, without anybody writing', async (errno, code) => {
    expect(trouble()).toBeNull();
    refuseWith(errno);
    await expect(post(store)).rejects.toMatchObject({
      code: 'store.write-failed',
      details: { errno, because: code },
    });
    expect(trouble()).toBe(code);
    const { since } = store.trouble() ?? {};
    await wait(3 * probeEveryMs);
    expect(store.trouble()).toEqual({ code, since });
    heal();
    await wait(probeEveryMs);
    await vi.waitFor(() => expect(trouble()).toBeNull());
    expect(disk.paths().filter((path) => path.includes('probe'))).toEqual([]);
    expect(done(await post(store))).toBe(first);
  });

  it('what is large and takes what is small is in trouble until there is room for as much', async () => {
    disk.room = 300;
    await expect(post(store)).rejects.toMatchObject({ details: { because: 'disk-full' } });
    await store.files.put(Buffer.from('a small file'));
    await store.accounts.dropToken('none');
    await wait(2 * probeEveryMs);
    expect(trouble()).toBe('disk-full');
    disk.room = 100_000;
    await wait(probeEveryMs);
    await vi.waitFor(() => expect(trouble()).toBeNull());
  });

  it('one folder and takes the others is in trouble until that folder is well', async () => {
    disk.beforeEach = (operation, path) => {
      if (operation === 'create' && path.includes('orders')) throw diskError('EACCES');
    };
    await expect(post(store)).rejects.toMatchObject({ details: { because: 'read-only' } });
    await store.files.put(Buffer.alloc(10_000, 1));
    await wait(2 * probeEveryMs);
    expect(trouble()).toBe('read-only');
    heal();
    expect(done(await post(store))).toBe(first);
    expect(trouble()).toBeNull();
  });

  it('to remove is in trouble too', async () => {
    await post(store);
    disk.beforeEach = (operation, path) => {
      if (['rename', 'remove'].includes(operation) && path.includes('redo')) throw diskError('EIO');
    };
    const paper = paperAppend(`${first}-L1`, 0, issued(`${first}-L1`, first));
    await expect(append(store, orderAppend(first, 2, approved({})), paper)).rejects.toMatchObject({});
    await store.files.put(Buffer.alloc(10_000, 1));
    expect(trouble()).toBe('disk-failing');
  });

  it('leaves things half done only until it is well: they are mended without anybody writing', async () => {
    await post(store);
    // The order's new document reaches the disk, and the store is told it did not.
    disk.afterEach = (operation) => {
      if (operation === 'rename') refuseWith('EIO');
    };
    disk.beforeEach = (operation, path) => {
      if (operation === 'syncFolder' && path.includes('orders')) throw diskError('EIO');
    };
    await expect(append(store, orderAppend(first, 2, approved({})))).rejects.toMatchObject({});
    disk.afterEach = () => {};
    heal();
    await wait(probeEveryMs);
    await vi.waitFor(() => expect(trouble()).toBeNull());
    // Killed here: nothing is settled by closing.
    refuseWith('EIO');
    await store.close().catch(() => undefined);
    heal();
    disk.powerFailure(() => true);
    store = await openEmbeddedStore({ folder, fs: disk });
    expect((await store.read.records('order').all())[0]?.version).toBe(2);
  });
});

describe('a disk that is well', () => {
  it('is left alone', async () => {
    await post(store);
    let calls = 0;
    disk.beforeEach = () => {
      calls += 1;
    };
    await wait(10 * probeEveryMs);
    expect(calls).toBe(0);
  });
});

describe('a disk that does not answer', () => {
  const hang = () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    disk.beforeEach = (operation) => (operation === 'sync' ? promise : undefined);
    return resolve;
  };
  const outcome = (asked: Promise<unknown>) =>
    asked.then(
      () => 'done',
      (error: { code: string }) => error.code,
    );

  it('sends away who waits behind it, and keeps what it was asked first as soon as it answers', async () => {
    const answer = hang();
    const first = outcome(post(store));
    await vi.waitFor(() => expect(disk.paths().some((path) => path.endsWith('.tmp'))).toBe(true));
    const behind = outcome(post(store));
    await wait(10_000);
    expect(await behind).toBe('store.busy');
    expect(await outcome(post(store))).toBe('store.busy');
    expect(trouble()).toBe('disk-failing');
    answer();
    heal();
    expect(await first).toBe('done');
    expect(await outcome(post(store))).toBe('done');
    expect(await allNumbers(store)).toHaveLength(2);
    await vi.waitFor(() => expect(trouble()).toBeNull());
  });

  it('is not queued for without bound: records and settings', async () => {
    const answer = hang();
    const posts = Array.from({ length: 700 }, () => outcome(post(store)));
    const user = (id: string) => ({ id, name: id, roles: [], locale: 'en' }) as const;
    const users = Array.from({ length: 600 }, (_, index) => outcome(store.accounts.saveUser(user(`u${index}`))));
    expect(await Promise.all(posts.slice(-100))).toEqual(Array(100).fill('store.busy'));
    expect(await Promise.all(users.slice(-80))).toEqual(Array(80).fill('store.busy'));
    answer();
    heal();
    const posted = (await Promise.all(posts)).filter((each) => each === 'done').length;
    expect(posted).toBeGreaterThan(500);
    expect(await allNumbers(store)).toHaveLength(posted);
    expect((await Promise.all(users)).filter((each) => each === 'done')).toHaveLength(512);
  });
});
