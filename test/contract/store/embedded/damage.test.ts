import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OrderNumber } from '../../../../core/order/state.ts';
import { seal, unseal } from '../../../../server/store/embedded/disk/checksummed.ts';
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
  posted,
  priceBook,
  publish,
  series,
} from '../sample-records.ts';
import { diskError, MemoryDisk } from './memory-disk.ts';

const [first, second, third] = [1, 2, 3].map((sequence) => `${series}-0000${sequence}`) as [string, string, string];
const documentOf = (number: string) => `orders/2026-11/${number}.json`;
const flip = (bytes: Buffer) => {
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  return bytes;
};

/** An order's document as the store writes it; posted `times` times, which can't be. */
const stored = (number: string, times = 1) => ({
  kind: 'order',
  id: number,
  version: 2 * times,
  answers: [],
  events: Array.from({ length: times }, () => posted(number)).flat(),
});

let folder: string;
let disk: MemoryDisk;
let store: EmbeddedStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-damage-'));
  disk = new MemoryDisk(folder);
  store = await openEmbeddedStore({ folder, fs: disk });
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const onDisk = (path: string) => join(folder, ...path.split('/'));
async function damage(path: string, change: (bytes: Buffer) => Buffer): Promise<void> {
  await store.close();
  await disk.change(onDisk(path), change);
  store = await openEmbeddedStore({ folder, fs: disk });
}
async function restart(): Promise<void> {
  await store.close();
  store = await openEmbeddedStore({ folder, fs: disk });
}

describe('the checksum of a document', () => {
  const bytes = seal({ id: first, note: '回签 ✓', list: [1, null, 'x'] });

  it('lets the document through as it was written', () => {
    expect(unseal(bytes)).toEqual({ ok: true, value: { id: first, note: '回签 ✓', list: [1, null, 'x'] } });
    expect(JSON.parse(Buffer.from(bytes).toString('utf8')).body.id).toBe(first);
  });

  it('notices every single flipped bit', () => {
    const unnoticed: string[] = [];
    for (let at = 0; at < bytes.length; at += 1)
      for (let bit = 0; bit < 8; bit += 1) {
        const flipped = Buffer.from(bytes);
        flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
        if (unseal(flipped).ok) unnoticed.push(`bit ${bit} of byte ${at}`);
      }
    expect(unnoticed).toEqual([]);
  });

  it('notices a document that was cut off anywhere, and one with something behind it', () => {
    for (let length = 0; length < bytes.length; length += 1) expect(unseal(bytes.subarray(0, length)).ok).toBe(false);
    expect(unseal(Buffer.concat([bytes, Buffer.from('\n')])).ok).toBe(false);
  });
});

describe('a damaged document', () => {
  it.each([
    ['a flipped bit', flip, 'checksum'],
    ['a torn end', (bytes: Buffer) => bytes.subarray(0, 300), 'end'],
    ['no bytes at all', () => Buffer.alloc(0), 'empty'],
    ['zeros', (bytes: Buffer) => Buffer.alloc(bytes.length), 'beginning'],
    ["another order's document", () => Buffer.from(seal(stored(second))), 'not what its name says'],
    ['events that cannot follow each other', () => Buffer.from(seal(stored(first, 2))), 'make sense'],
  ])('with %s is set aside and named; everything else works and its number stays used', async (_, change, problem) => {
    await post(store);
    await post(store);
    await damage(documentOf(first), change);
    for (let start = 1; start <= 2; start += 1) {
      expect(store.damaged).toMatchObject([{ document: documentOf(first) }]);
      expect(store.damaged[0]?.problem).toContain(problem);
      expect(await allNumbers(store)).toEqual([second]);
      expect(disk.paths()).toContain(onDisk(`damaged/${documentOf(first)}`));
      await restart();
    }
    expect(done(await post(store))).toBe(third);
  });

  it('of the highest number leaves that number used', async () => {
    await post(store);
    await damage(documentOf(first), flip);
    await restart();
    expect(done(await post(store))).toBe(second);
  });

  it('gives way to its previous generation, loudly', async () => {
    await post(store);
    await append(store, orderAppend(first, 2, approved({ A01: '1' })));
    await damage(documentOf(first), flip);
    expect(store.damaged[0]?.problem).toMatch(/checksum.*generation before it \(version 2\)/);
    for (let start = 1; start <= 2; start += 1) {
      expect((await store.read.order(first as OrderNumber))?.order.version).toBe(2);
      // It stands in its place again: the next start has nothing new to say.
      expect(disk.paths()).toContain(onDisk(documentOf(first)));
      await restart();
      expect(store.damaged[0]?.problem).toContain('checksum');
    }
    await append(store, orderAppend(first, 2, approved({ A01: '1' })));
    expect((await store.read.order(first as OrderNumber))?.order.version).toBe(3);
  });

  it.each([
    [
      'a record',
      documentOf(first),
      () => append(store, orderAppend(first, 2, approved({}))),
      async () => expect((await store.read.order(first as OrderNumber))?.order.version).toBe(2),
    ],
    [
      'a setting',
      'users.json',
      () => store.accounts.saveUser({ id: 'li', name: '李强', roles: [], locale: 'en' }),
      async () => expect((await store.accounts.users()).map(({ id }) => id)).toEqual(['wang']),
    ],
  ])('that is %s never brings back a change that was refused', async (_, path, change, expectRefused) => {
    await post(store);
    await store.accounts.saveUser({ id: 'wang', name: '王芳', roles: [], locale: 'en' });
    // Everything has its new name already when the disk refuses.
    let refusals = 1;
    disk.beforeEach = (operation) => {
      if (operation === 'syncFolder' && refusals-- > 0) throw diskError('EIO');
    };
    await expect(change()).rejects.toMatchObject({ code: 'store.write-failed' });
    disk.beforeEach = () => {};
    await damage(path, flip);
    expect(store.damaged[0]?.problem).toContain('generation before');
    await expectRefused();
  });

  it('that is a book gives way to the version before; its version number stays used', async () => {
    await append(store, publish('prices', 1, priceBook('CNY')));
    await append(store, publish('prices', 2, priceBook('USD')));
    await damage('books/prices-0002.json', flip);
    expect(store.damaged).toMatchObject([{ document: 'books/prices-0002.json' }]);
    const snapshot = await store.snapshot();
    const lost: string[] = [];
    for await (const part of snapshot.parts()) if (part.part === 'lost') lost.push(part.document);
    expect(lost).toEqual(['books/prices-0002.json']);
    expect((await store.read.books()).prices).toMatchObject({ version: 1, content: { currency: 'CNY' } });
    await restart();
    await append(store, publish('prices', 3, priceBook('EUR')));
    expect((await store.read.books()).prices).toMatchObject({ version: 3 });
  });

  it('that holds the users gives way to its previous generation', async () => {
    await store.accounts.saveUser({ id: 'wang', name: '王芳', roles: [], locale: 'en' });
    await store.accounts.saveUser({ id: 'li', name: '李强', roles: [], locale: 'en' });
    await damage('users.json', flip);
    expect(store.damaged).toMatchObject([{ document: 'users.json' }]);
    expect((await store.accounts.users()).map(({ id }) => id)).toEqual(['wang']);
  });

  it('is set aside each time, beside what was set aside before', async () => {
    await post(store);
    await damage(documentOf(first), flip);
    const copies = () => disk.paths().filter((path) => path.startsWith(onDisk(`damaged/${documentOf(first)}`)));
    const [earlier] = copies();
    await store.close();
    await disk.create(onDisk(documentOf(first)));
    store = await openEmbeddedStore({ folder, fs: disk });
    expect(store.damaged).toMatchObject([{ document: documentOf(first), problem: 'the file is empty' }]);
    const name = onDisk(`damaged/${documentOf(first)}`);
    expect(copies()).toEqual([name, `${name}.2`, `${name}.2.reason.txt`, `${name}.reason.txt`]);
    expect((await disk.read(earlier ?? '')).length).toBeGreaterThan(0);
    await restart();
    expect(copies()).toHaveLength(4);
  });

  it('and a rotten generation before it are both set aside, and named as it was found', async () => {
    await post(store);
    await append(store, orderAppend(first, 2, approved({})));
    await store.close();
    await disk.change(onDisk(`${documentOf(first)}.prev`), flip);
    store = await openEmbeddedStore({ folder, fs: disk });
    await damage(documentOf(first), flip);
    for (let start = 1; start <= 2; start += 1) {
      expect(store.damaged[0]?.problem).toContain('checksum');
      expect(await allNumbers(store)).toEqual([]);
      expect(disk.paths()).toContain(onDisk(`damaged/${documentOf(first)}.prev`));
      await restart();
    }
  });

  it('that marks the folder is written anew', async () => {
    await post(store);
    await damage('store.json', flip);
    expect(store.damaged).toMatchObject([{ document: 'store.json' }]);
    expect(await allNumbers(store)).toEqual([first]);
  });

  it('that is a file is a fault when asked for, and is mended by the same bytes', async () => {
    const { sha256 } = await store.files.put(Buffer.from('letter'));
    await disk.change(onDisk(`files/${sha256.slice(0, 2)}/${sha256}`), flip);
    await expect(store.files.get(sha256)).rejects.toMatchObject({ code: 'store.damaged' });
    await store.files.put(Buffer.from('letter'));
    expect(Buffer.from((await store.files.get(sha256)) ?? []).toString()).toBe('letter');
  });
});

describe('a start that repairs damage, cut off at any operation of the disk,', () => {
  const users = async () => (await store.accounts.users()).map(({ id }) => id);
  const version = async () => (await store.read.order(first as OrderNumber))?.order.version;

  it.each([
    ['when the process is killed', null],
    ['when the power takes what was not synced', () => false],
    ['when the power spares what was not synced', () => true],
    ['when the power takes every other name', alternating()],
  ])('still has the generation before, %s', async (_, survives) => {
    await post(store);
    await append(store, orderAppend(first, 2, approved({})));
    for (const id of ['wang', 'li']) await store.accounts.saveUser({ id, name: id, roles: [], locale: 'en' });
    await store.close();
    await disk.change(onDisk(documentOf(first)), flip);
    await disk.change(onDisk('users.json'), flip);
    const damaged = disk;
    let at = 1;
    for (let isCutOff = true; isCutOff; at += 1) {
      disk = damaged.copy();
      let calls = 0;
      disk.beforeEach = () => {
        calls += 1;
        if (calls >= at) throw diskError('EIO');
      };
      store = await openEmbeddedStore({ folder, fs: disk }).catch(() => store);
      await store.close().catch(() => undefined);
      isCutOff = calls >= at;
      disk.beforeEach = () => {};
      if (survives !== null) disk.powerFailure(survives);
      store = await openEmbeddedStore({ folder, fs: disk });
      expect([await version(), await users()], `cut off at ${at}`).toEqual([2, ['wang']]);
      expect(store.damaged.map(({ document }) => document).sort(), `cut off at ${at}`).toEqual(damages);
      await store.close();
    }
    expect(at).toBeGreaterThan(50);
    store = await openEmbeddedStore({ folder, fs: disk });
  });

  const damages = [documentOf(first), 'users.json'];
});

/** Yes, no, yes, no … */
function alternating(): () => boolean {
  let last = false;
  return () => {
    last = !last;
    return last;
  };
}

describe('a redo document found at start', () => {
  /** The commit of order and letter, cut off after the redo document. */
  const cutOff = async (change: (bytes: Buffer) => Buffer = (bytes) => bytes): Promise<void> => {
    await post(store);
    const paper = paperAppend(`${first}-L1`, 0, issued(`${first}-L1`, first));
    let redo = Buffer.alloc(0);
    disk.beforeEach = (operation, path) => {
      if (operation === 'remove' && path === onDisk('redo.json')) void disk.read(path).then(keep);
    };
    const keep = (bytes: Uint8Array) => {
      redo = Buffer.from(bytes);
    };
    await append(store, orderAppend(first, 2, approved({ A01: '1' })), paper);
    disk.beforeEach = () => {};
    expect(redo.length).toBeGreaterThan(0);
    await store.close();
    for (const path of [`papers/2026-11/${first}-L1.json`]) await disk.remove(onDisk(path));
    await (await disk.create(onDisk('redo.json'))).write(change(redo));
    store = await openEmbeddedStore({ folder, fs: disk });
  };

  it('is finished and removed', async () => {
    disk.largestWrite = 100_000;
    await cutOff();
    expect(store.damaged).toEqual([]);
    expect(await store.read.order(first as OrderNumber)).toMatchObject({
      order: { version: 3 },
      records: { paper: [{}] },
    });
    expect(disk.paths()).not.toContain(onDisk('redo.json'));
  });

  it('is set aside and named when damaged', async () => {
    disk.largestWrite = 100_000;
    await cutOff(flip);
    expect(store.damaged).toMatchObject([{ document: 'redo.json' }]);
    expect(await allNumbers(store)).toEqual([first]);
  });
});
