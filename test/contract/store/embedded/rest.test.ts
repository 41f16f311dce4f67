import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OrderNumber } from '../../../../core/order/state.ts';
import type { Month } from '../../../../core/value/date.ts';
import { type EmbeddedStore, openEmbeddedStore } from '../../../../server/store/embedded/open-embedded-store.ts';
import { standardRest } from '../../../../server/store/embedded/rest/rest-policy.ts';
import {
  append,
  done,
  invoiceAppend,
  invoiced,
  issued,
  orderAppend,
  paperAppend,
  post,
  posted,
  publish,
  series,
  shipmentAppend,
  shipped,
  stockBook,
} from '../sample-records.ts';
import { diskError, MemoryDisk } from './memory-disk.ts';
import { restless } from './restless.ts';
import { emptyLedger, lost, seen, work } from './workload.ts';

const [first, second, third] = [1, 2, 3].map((last) => `${series}-0000${last}`) as unknown as [
  OrderNumber,
  OrderNumber,
  OrderNumber,
];
const documentOf = (number: string) => `orders/2026-11/${number}.json`;

let folder: string;
let disk: MemoryDisk;
let store: EmbeddedStore;
/** Documents of records that were read since it was emptied, in the data folder. */
let looked: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-rest-'));
  disk = new MemoryDisk(folder);
  looked = [];
  disk.beforeEach = (operation, path) => {
    const name = path.slice(folder.length + 1).replaceAll('\\', '/');
    if (operation === 'read' && name.split('/').length === 3) looked.push(name);
  };
  store = await open();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const open = () => openEmbeddedStore({ folder, fs: disk, rest: restless });
const at = (path: string) => join(folder, ...path.split('/'));
/** What somebody does to the folder while no program has it open. */
async function meanwhile(action: () => Promise<void> | void): Promise<void> {
  await store.close();
  await action();
  looked = [];
  store = await open();
}
const change = (path: string, changed: (bytes: Buffer) => Buffer) => disk.change(at(path), changed);
const flip = (bytes: Buffer) => {
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  return bytes;
};
const indexFiles = () => disk.paths().filter((path) => path.startsWith(at('index/')));
const order = async (number: OrderNumber) => (await store.read.order(number))?.order;
const voided = (number: string) =>
  orderAppend(number, 2, {
    type: 'order-voided',
    reason: '客户取消',
    at: posted(number)[0].at,
    by: posted(number)[0].by,
  } as never);

describe('orders at rest', () => {
  it('are not read at a start; lists, counts and searches know them', async () => {
    for (const key of ['PO-1', 'PO-2', 'PO-3']) await post(store, { key, customer: key });
    await meanwhile(() => {});
    expect(await store.read.counts()).toEqual({ 'in-review': 3 });
    expect(looked).toEqual([]);
    const found = await store.read.orders({ search: 'po-2', limit: 9 });
    expect(found.orders.map((each) => each.order.state.number)).toEqual([second]);
    expect(looked).toEqual([documentOf(second)]);
  });

  it('wake with whatever points at them, and take new papers', async () => {
    await post(store);
    await append(store, paperAppend(`${first}-L1`, 0, issued(`${first}-L1`, first)));
    await append(store, invoiceAppend('INV-202611-00001', 0, invoiced('INV-202611-00001', '2633', first)));
    await meanwhile(() => {});
    await append(store, paperAppend(`${first}-L2`, 0, issued(`${first}-L2`, first)));
    await meanwhile(() => {});
    const { paper = [], invoice = [] } = (await store.read.order(first))?.records ?? {};
    expect(paper.map(({ state }) => state.paper)).toEqual([`${first}-L1`, `${first}-L2`]);
    expect(invoice).toMatchObject([{ state: { taxNumber: '2633' } }]);
  });

  it('leave their key to the order posted after them, and have it back for nobody', async () => {
    await post(store, { key: 'PO-7' });
    await append(store, voided(first));
    await post(store, { key: 'PO-7' });
    await meanwhile(() => {});
    expect((await store.read.orderByKey('key:PO-7'))?.state.number).toBe(second);
    expect((await order(first))?.state.status).toBe('void');
    expect((await store.read.orderByKey('key:PO-7'))?.state.number).toBe(second);
  });

  it('answer the requests they remember', async () => {
    await post(store, {}, 'wang:1');
    await store.transact({
      requestKey: 'wang:2',
      locks: [],
      load: {},
      decide: () => ({ append: [], answer: 'nothing' }),
    });
    await meanwhile(() => {});
    expect(looked).toEqual([]);
    expect(done(await post(store, {}, 'wang:1'))).toBe(first);
    const again = { requestKey: 'wang:2', locks: [], load: {}, decide: () => ({ append: [], answer: 'other' }) };
    expect(done(await store.transact(again))).toBe('nothing');
    expect(done(await post(store, {}, 'wang:3'))).toBe(second);
  });

  it('take from the stock again after a restart, where an earlier count was published', async () => {
    await append(store, publish('stock', 1, stockBook({ A01: '5' }, '2026-11-25')));
    await post(store);
    await append(
      store,
      shipmentAppend('DN-202611-00001', 0, shipped('DN-202611-00001', [[first, 1, '1']], '2026-11-22')),
    );
    await meanwhile(() => {});
    expect([await store.read.openDemand(), looked]).toEqual([[], []]);
    await append(store, publish('stock', 2, stockBook({ A01: '5' }, '2026-11-20')));
    const gone = [{ orderNumber: first, itemCode: 'A01', quantity: '1', gone: true }];
    expect(await store.read.openDemand()).toMatchObject(gone);
    await meanwhile(() => {});
    expect(await store.read.openDemand()).toMatchObject(gone);
  });

  it('stay in memory as long as anything that points at them belongs to a running one', async () => {
    await store.close();
    const rest = { ...standardRest, untouchedMs: Number.NEGATIVE_INFINITY, everyMs: 0, awake: 0 };
    store = await openEmbeddedStore({ folder, fs: disk, rest });
    for (const number of [first, second, third]) await append(store, orderAppend(number, 0, ...posted(number)));
    const notice = (name: string, ...orders: string[]) => append(store, paperAppend(name, 0, issued(name, ...orders)));
    await notice('SO-202611-00009-N', second, third);
    await notice('SO-202611-00008-N', first, second);
    for (const number of [first, second]) await append(store, voided(number));
    looked = [];
    await store.read.order(second);
    expect(looked).toEqual(['papers/2026-11/SO-202611-00008-N.json']);
    looked = [];
    await store.read.order(first);
    expect(looked.sort()).toEqual([documentOf(first), 'papers/2026-11/SO-202611-00008-N.json']);
  });

  it('are gathered for the months they concern, also by what was shipped of them', async () => {
    await post(store);
    const goods = shipped('DN-202602-00001', [[first, 1, '1']], '2027-02-10');
    await append(store, shipmentAppend('DN-202602-00001', 0, goods));
    await append(store, voided(first));
    await meanwhile(() => {});
    const found = async (month: string) =>
      (await store.read.month(month as Month)).orders.map((each) => each.order.state.number);
    expect([await found('2026-11'), await found('2027-02'), await found('2027-01')]).toEqual([[first], [first], []]);
  });
});

describe('a change of an order at rest', () => {
  it('on a full disk is refused with the reason', async () => {
    await post(store);
    await meanwhile(() => {});
    disk.beforeEach = (operation) => {
      if (operation === 'create') throw diskError('ENOSPC');
    };
    await expect(append(store, voided(first))).rejects.toMatchObject({
      code: 'store.write-failed',
      details: { errno: 'ENOSPC', because: 'disk-full' },
    });
    disk.beforeEach = () => {};
    expect((await order(first))?.version).toBe(2);
  });
});

describe('the index of what is at rest', () => {
  const office = async () => {
    const ledger = emptyLedger();
    await work(store, ledger);
    await work(store, ledger, 'b');
    return ledger;
  };

  it.each([
    ['was removed', async () => Promise.all(indexFiles().map((path) => disk.remove(path)))],
    ['was half removed', async () => disk.remove(at('index/state.json'))],
    ['lost its texts', async () => disk.remove(at('index/2026-11.texts.json'))],
    ['rotted', async () => change('index/2026-11.index', flip)],
    ['rotted where it says what has changed', async () => change('index/state.json', flip)],
    ['has rotten texts', async () => change('index/2026-11.texts.json', flip)],
  ])('is made anew from the documents when it %s', async (_, harm) => {
    await office();
    const before = await seen(store);
    const search = { search: 'po', limit: 99 };
    const found = await store.read.orders(search);
    await meanwhile(async () => void (await harm()));
    expect(await seen(store)).toEqual(before);
    expect(await store.read.orders(search)).toEqual(found);
    expect(done(await post(store))).toBe(`${series}-00011`);
    await meanwhile(() => {});
    expect((await order(first))?.version).toBeGreaterThan(2);
  });

  it('isn’t believed of a document that has changed since it was saved', async () => {
    await post(store);
    await store.close();
    // Nothing is put to rest this time: what was saved stays as it is.
    store = await openEmbeddedStore({ folder, fs: disk, rest: { ...restless, everyMs: 1e9, untouchedMs: 1e15 } });
    await append(store, voided(first));
    disk.powerFailure(() => false);
    await meanwhile(() => {});
    expect(await store.read.counts()).toEqual({ void: 1 });
  });

  it('isn’t believed of a document that changed before the index of its month was saved first', async () => {
    const months = ['202609', '202610', '202611'].map((month) => `SO-${month}-00001`);
    for (const number of months) await append(store, orderAppend(number, 0, ...posted(number)));
    await store.close();
    for (const path of indexFiles()) await disk.remove(path);
    // As after a restore: all is put to rest at the start, and saved month by month while everybody works.
    const [begun, saving] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    disk.beforeEach = (operation, path) => {
      if (operation !== 'create' || !path.startsWith(at('index/2026-'))) return;
      if (indexFiles().includes(at('index/2026-11.index'))) throw diskError('EIO'); // each is saved once only
      begun.resolve();
      return saving.promise;
    };
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
    store = await openEmbeddedStore({ folder, fs: disk, rest: { ...restless, everyMs: 20 } });
    await begun.promise;
    for (const number of months) {
      const requestKey = `void ${number}`;
      const decide = () => ({ append: [voided(number)], answer: 'voided' });
      expect(done(await store.transact({ requestKey, locks: [], load: {}, decide }))).toBe('voided');
    }
    saving.resolve();
    await vi.waitFor(() => expect(warned).toHaveBeenCalled());
    // Killed: what a close would save isn't.
    disk.beforeEach = () => {
      throw diskError('EIO');
    };
    await store.close().catch(() => undefined);
    disk.beforeEach = () => {};
    disk.powerFailure(() => false);
    store = await open();
    expect(await store.read.counts()).toEqual({ void: 3 });
    for (const number of months) {
      const decide = () => ({ append: [], answer: 'decided again' });
      expect(done(await store.transact({ requestKey: `void ${number}`, locks: [], load: {}, decide }))).toBe('voided');
    }
  });

  it('gives way to a document that somebody put back, when it is looked at', async () => {
    await post(store);
    const earlier = Buffer.from(await disk.read(at(documentOf(first))));
    await append(store, voided(first));
    await meanwhile(() => change(documentOf(first), () => earlier));
    expect((await order(first))?.version).toBe(2);
    expect(await store.read.counts()).toEqual({ 'in-review': 1 });
    await meanwhile(() => {});
    expect(await store.read.counts()).toEqual({ 'in-review': 1 });
  });

  it('names a document that is gone; its number stays used', async () => {
    await post(store);
    await post(store);
    await meanwhile(() => disk.remove(at(documentOf(second))));
    expect(store.damaged).toMatchObject([{ document: documentOf(second), problem: 'the document is gone' }]);
    expect(done(await post(store))).toBe(third);
    await meanwhile(() => {});
    expect(store.damaged).toHaveLength(1);
    expect(await store.read.order(second)).toBeNull();
  });

  it('names a document that rotted, when it is looked at; everything else works', async () => {
    for (const key of ['PO-1', 'PO-2']) await post(store, { key });
    await append(store, voided(second));
    await meanwhile(async () => {
      await change(documentOf(first), flip);
      await change(documentOf(second), flip);
    });
    expect(store.damaged).toEqual([]);
    const [gone, before] = await Promise.all([order(first), order(second), order(first)]);
    expect([gone, before?.version]).toEqual([undefined, 2]);
    expect(store.damaged.map(({ document }) => document).sort()).toEqual([documentOf(first), documentOf(second)]);
    expect(done(await post(store))).toBe(third);
    await meanwhile(() => {});
    expect([await order(first), (await order(second))?.version]).toEqual([undefined, 2]);
    expect(await store.read.counts()).toEqual({ 'in-review': 2 });
  });

  it('costs some hundred bytes a document', async () => {
    await office();
    await store.close();
    const index = await disk.read(at('index/2026-11.index'));
    const documents = disk.paths().filter((path) => path.endsWith('.json') && path.includes('2026-11'));
    expect(index.length / documents.length).toBeLessThan(250);
  });

  it('can’t be saved on a full disk, and nobody but the log hears of it', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
    disk.beforeEach = (operation, path) => {
      if (operation === 'create' && path.startsWith(at('index/')))
        throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    };
    const ledger = await office();
    expect(ledger.failures).toEqual([]);
    const before = await seen(store);
    await store.close();
    expect(warned).toHaveBeenCalled();
    disk.beforeEach = () => {};
    store = await open();
    expect(await seen(store)).toEqual(before);
    expect(await lost(store, ledger)).toEqual([]);
  });
});
