import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InspectionMisfit } from '../../../../core/history/inspect/inspect.ts';
import type { CompanyProfile } from '../../../../core/policy/company.ts';
import { standardPolicy } from '../../../../core/policy/policy.ts';
import type { Decimal } from '../../../../core/value/decimal.ts';
import { inspectParts } from '../../../../server/app/inspect-store.ts';
import type { SnapshotPart, Store } from '../../../../server/ports.ts';
import { folderParts } from '../../../../server/store/embedded/audit/folder-parts.ts';
import { seal, unseal } from '../../../../server/store/embedded/disk/checksummed.ts';
import { openEmbeddedStore } from '../../../../server/store/embedded/open-embedded-store.ts';
import { sha256 } from '../../../../server/store/sha256.ts';
import {
  append,
  approved,
  at,
  invoiceAppend,
  invoiced,
  orderAppend,
  paperAppend,
  post,
  priceBook,
  publish,
  released,
  series,
  shipmentAppend,
  shipped,
  stockBook,
} from '../sample-records.ts';
import { diskError, MemoryDisk } from './memory-disk.ts';
import { emptyLedger, work } from './workload.ts';

const [first, second, third] = [1, 2, 3].map((sequence) => `${series}-0000${sequence}`) as [string, string, string];
const letter = Buffer.from('%PDF-1.7 the letter');
const letterHash = createHash('sha256').update(letter).digest('hex');
const stamp = { at: at('2026-11-21T02:00:00.000Z'), by: { userId: 'wang', name: '王芳' } };
const letterPath = `files/${letterHash.slice(0, 2)}/${letterHash}`;

let folder: string;
let disk: MemoryDisk;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-inspect-'));
  disk = new MemoryDisk(folder);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const onDisk = (path: string) => join(folder, ...path.split('/'));
const orderPath = (number: string) => `orders/2026-11/${number}.json`;
const inspected = () => inspectParts(folderParts(folder, disk), sha256);
const misfits = async (): Promise<readonly InspectionMisfit[]> => (await inspected()).misfits;

/** Opens the folder for a moment. */
async function office(at: (store: Store) => Promise<unknown>): Promise<void> {
  const store = await openEmbeddedStore({ folder, fs: disk });
  await at(store);
  await store.close();
}
/** What somebody does who knows the format: the document changes, and its checksum fits again. */
// biome-ignore lint/suspicious/noExplicitAny: a document of any kind
const forge = (path: string, change: (body: any) => unknown) =>
  disk.change(onDisk(path), (bytes) => {
    const body = unseal(bytes);
    if (!body.ok) throw new Error(body.reason);
    return Buffer.from(seal(change(body.value)));
  });

/** Three orders of ten; the second is lettered on paper, and six of it have left. */
const threeOrders = () =>
  office(async (store) => {
    await store.accounts.saveProfile({ name: '海港五金有限公司' } as CompanyProfile);
    await store.accounts.saveUser({ id: 'wang', name: '王芳', roles: [], locale: 'en' });
    for (const version of [1, 2])
      await store.accounts.addPolicy({ version, ...stamp, reason: 'first', policy: standardPolicy });
    await store.people.remember({ name: '陈经理', contact: '138' });
    for (const version of [1, 2]) await append(store, publish('prices', version, priceBook('CNY')));
    await append(store, publish('stock', 1, stockBook({ A01: '100' })));
    for (const key of ['a', 'b', 'c']) await post(store, { key, items: { A01: '10' } }, `request ${key}`);
    const { sha256: filed } = await store.files.put(letter);
    const event = { type: 'paper-filed', sha256: filed, pages: 1, templateVersion: '1', at: stamp.at } as const;
    await append(
      store,
      orderAppend(second, 2, approved({ A01: '10' }), ...released(second)),
      paperAppend(`${second}-L1`, 0, issuedLetter, event),
    );
    await append(store, shipmentAppend('DN-202611-00001', 0, shipped('DN-202611-00001', [[second, 1, '6']])));
    await append(store, invoiceAppend('INV-202611-00001', 0, invoiced('INV-202611-00001', '24112000', second)));
  });
const issuedLetter = {
  type: 'paper-issued',
  paper: {
    paper: `${second}-L1`,
    kind: 'confirmation-letter',
    locale: 'zh-Hans',
    orders: [second],
    revision: 1,
    model: {},
    modelHash: '',
  },
  ...stamp,
} as never;

describe('a folder that nobody touched', () => {
  beforeEach(threeOrders);

  it('fits, and nothing in it is changed by looking', async () => {
    const before = disk.paths();
    disk.beforeEach = (operation) => {
      if (!['read', 'list'].includes(operation)) throw diskError('EROFS');
    };
    expect(await inspected()).toMatchObject({
      misfits: [],
      records: { order: 3, shipment: 1, paper: 1, invoice: 1 },
      files: { whole: 1 },
      notes: { unnamed: [], unprinted: [], short: [] },
    });
    expect(disk.paths()).toEqual(before);
  });

  it('has notes of what is unused, unprinted or short, which are no misfits', async () => {
    await office(async (store) => {
      await store.files.put(Buffer.from('never used'));
      await append(
        store,
        paperAppend('P-1', 0, { ...(issuedLetter as object), paper: { paper: 'P-1', orders: [] } } as never),
      );
      await append(store, publish('stock', 2, stockBook({ A01: '3' })));
    });
    expect(await inspected()).toMatchObject({
      misfits: [],
      notes: {
        unnamed: [createHash('sha256').update('never used').digest('hex')],
        unprinted: ['P-1'],
        short: [{ item: 'A01', promised: '10', stock: '3' }],
      },
    });
  });

  it('fits after any office day', async () => {
    await office(async (store) => work(store, emptyLedger(), 'b'));
    expect(await misfits()).toEqual([]);
  });

  it('is not looked at while somebody has it open', async () => {
    await office(async () => {
      await expect(misfits()).rejects.toMatchObject({ code: 'store.locked' });
    });
  });

  it('is not believed when somebody had it open while it was looked at', async () => {
    const parts = folderParts(folder, disk);
    await parts.next();
    await office((store) => post(store));
    await expect(inspectParts(parts, sha256)).rejects.toMatchObject({ code: 'store.locked' });
  });
});

describe('what a start would put in the place of something damaged', () => {
  const rot = (path: string) => disk.change(onDisk(path), (bytes) => Buffer.from(bytes.with(300, 0)));

  it('is what counts, beside the damage', async () => {
    await threeOrders();
    await office((store) => store.accounts.saveUser({ id: 'li', name: '李强', roles: [], locale: 'en' }));
    for (const path of [orderPath(second), 'policy.json']) await rot(path);
    const parts: SnapshotPart[] = [];
    for await (const part of folderParts(folder, disk)) parts.push(part);
    const started: SnapshotPart[] = [];
    await office(async (store) => {
      for await (const part of (await store.snapshot()).parts()) started.push(part);
    });
    const sorted = (all: readonly SnapshotPart[]) => all.map((part) => JSON.stringify(part)).sort();
    expect(parts.filter(({ part }) => part === 'lost')).toHaveLength(2);
    expect(sorted(parts)).toEqual(sorted(started));
  });
});

describe('each damage is found, and nothing beside it', () => {
  beforeEach(threeOrders);

  it.each<[what: string, plant: () => Promise<unknown>, found: readonly object[]]>([
    [
      'a rotten document',
      () => disk.change(onDisk(orderPath(first)), (bytes) => Buffer.from(bytes.with(300, (bytes[300] ?? 0) ^ 1))),
      [{ code: 'document-damaged', document: orderPath(first) }],
    ],
    [
      'an event changed by one who knows the format',
      () => forge(orderPath(first), (body) => ({ ...body, events: body.events.map(later) })),
      [{ code: 'chain-broken', number: first, event: 1, because: 'changed' }],
    ],
    ['a record that is gone', () => disk.remove(onDisk(orderPath(first))), [{ code: 'numbers-missing', from: first }]],
    [
      'a version that is not the number of events',
      () => forge(orderPath(third), (body) => ({ ...body, version: 7 })),
      [{ code: 'version-wrong', number: third, version: 7, events: 2 }],
    ],
    [
      'a file that is gone',
      () => disk.remove(onDisk(letterPath)),
      [{ code: 'file-missing', kind: 'paper', number: `${second}-L1`, sha256: letterHash }],
    ],
    [
      'a file whose bytes rotted',
      () => disk.change(onDisk(letterPath), () => Buffer.from('%PDF-1.7 the bettor')),
      [
        { code: 'document-damaged', document: letterPath },
        { code: 'file-missing', kind: 'paper', number: `${second}-L1`, sha256: letterHash },
      ],
    ],
    [
      'more goods shipped than ordered',
      () => ship('DN-202611-00002', [[second, 1, '9']]),
      [{ code: 'shipped-too-much', number: second, line: 1, ordered: '10', shipped: '15' }],
    ],
    [
      'goods shipped of a line there is not',
      () => ship('DN-202611-00002', [[second, 4, '1']]),
      [{ code: 'line-unknown', number: second, line: 4, by: 'DN-202611-00002' }],
    ],
    [
      'more goods reserved than ordered',
      () => office((store) => append(store, orderAppend(first, 2, approved({ A01: '50' })))),
      [{ code: 'reserved-too-much', number: first, line: 1, ordered: '10', reserved: '50' as Decimal }],
    ],
    [
      'goods shipped of a void order',
      async () => {
        await office((store) => append(store, orderAppend(first, 2, { type: 'order-voided', ...stamp, reason: 'x' })));
        await ship('DN-202611-00002', [[first, 1, '1']]);
      },
      [{ code: 'shipped-though-void', number: first, by: 'DN-202611-00002' }],
    ],
    [
      'one tax number on two invoices',
      () =>
        office((store) =>
          append(store, invoiceAppend('INV-202611-00002', 0, invoiced('INV-202611-00002', '24112000', second))),
        ),
      [{ code: 'name-twice', number: 'INV-202611-00002', name: '24112000', other: 'INV-202611-00001' }],
    ],
    ['a profile that is gone', () => disk.remove(onDisk('profile.json')), [{ code: 'profile-missing' }]],
    [
      'a version of the settings that is gone',
      () => forge('policy.json', (versions) => versions.slice(1)),
      [{ code: 'policy-missing', version: 1 }],
    ],
    [
      'a document of settings that rotted',
      () => disk.change(onDisk('users.json'), () => Buffer.from('{}')),
      [{ code: 'document-damaged', document: 'users.json' }],
    ],
    [
      'a published book that is gone',
      () => disk.remove(onDisk('books/prices-0001.json')),
      [{ code: 'book-missing', book: 'prices', version: 1 }],
    ],
    [
      'somebody else under the key of a person',
      () =>
        forge('people.json', (people) =>
          Object.fromEntries(
            Object.entries(people).map(([key, person]) => [key, { ...(person as object), name: '李工' }]),
          ),
        ),
      [{ code: 'person-changed' }],
    ],
    [
      'two answers to one request',
      () =>
        forge(orderPath(third), (body) => ({
          ...body,
          answers: [...body.answers, { key: 'request a', answer: 'no' }],
        })),
      [{ code: 'answer-twice', key: 'request a' }],
    ],
  ])('%s', async (_what, plant, found) => {
    await plant();
    expect(await misfits()).toEqual(found.map((each) => expect.objectContaining(each)));
  });

  const ship = (number: string, lines: Parameters<typeof shipped>[1]) =>
    office((store) => append(store, shipmentAppend(number, 0, shipped(number, lines))));
});

const later = (event: { at: string }) => ({ ...event, at: event.at.replace('02:', '03:') });
