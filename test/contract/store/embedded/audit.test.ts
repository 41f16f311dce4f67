import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { auditFolder } from '../../../../server/store/embedded/audit/audit-folder.ts';
import { seal, unseal } from '../../../../server/store/embedded/disk/checksummed.ts';
import { openEmbeddedStore } from '../../../../server/store/embedded/open-embedded-store.ts';
import {
  append,
  approved,
  issued,
  orderAppend,
  paperAppend,
  post,
  posted,
  released,
  series,
} from '../sample-records.ts';
import { diskError, MemoryDisk } from './memory-disk.ts';
import { emptyLedger, work } from './workload.ts';

const [first, second, third] = [1, 2, 3].map((sequence) => `${series}-0000${sequence}`) as [string, string, string];

let folder: string;
let disk: MemoryDisk;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-audit-'));
  disk = new MemoryDisk(folder);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const onDisk = (path: string) => join(folder, ...path.split('/'));
const documentOf = (number: string) => onDisk(`orders/2026-11/${number}.json`);

/** What somebody does who knows the format: the document changes, and its checksum fits again. */
interface Body {
  events: Record<string, unknown>[];
  chain?: { hashes: string[] };
  version: number;
}
const forge = (path: string, change: (body: Body) => Body) =>
  disk.change(path, (bytes) => {
    const body = unseal(bytes);
    if (!body.ok) throw new Error(body.reason);
    return Buffer.from(seal(change(body.value as Body)));
  });

/** Opens the folder for a moment. */
async function office(at: (store: Awaited<ReturnType<typeof openEmbeddedStore>>) => Promise<unknown>): Promise<void> {
  const store = await openEmbeddedStore({ folder, fs: disk });
  await at(store);
  await store.close();
}
/** Three orders, the second with a letter. */
const threeOrders = () =>
  office(async (store) => {
    for (const _ of [1, 2, 3]) await post(store);
    const letter = paperAppend(`${second}-L1`, 0, issued(`${second}-L1`, second));
    await append(store, orderAppend(second, 2, approved({ A01: '1' })), letter);
    await append(store, orderAppend(second, 3, ...released(second)));
  });
const misfits = async () => (await auditFolder(folder, disk)).misfits;

describe('a history that nobody touched', () => {
  it('is proved: every event, every number, whatever was done', async () => {
    await office((store) => work(store, emptyLedger()));
    const { records, events, series: found, misfits: none } = await auditFolder(folder, disk);
    expect(none).toEqual([]);
    expect(records).toMatchObject({ order: 5, shipment: 1, paper: 3 });
    expect(events).toEqual({ all: events.all, chained: events.all, adopted: 0, unchained: 0 });
    expect(found.map(({ series: name, highest }) => [name, highest])).toEqual([
      ['DN-202611', 1],
      [series, 5],
    ]);
  });

  it('is proved without changing anything in the folder', async () => {
    await threeOrders();
    const before = disk.paths();
    disk.beforeEach = (operation) => {
      if (!['read', 'list'].includes(operation)) throw diskError('EROFS');
    };
    expect(await misfits()).toEqual([]);
    expect(disk.paths()).toEqual(before);
  });

  it('that a crash cut off in the middle of a commit is proved as the next start will find it', async () => {
    await threeOrders();
    const store = await openEmbeddedStore({ folder, fs: disk });
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    disk.beforeEach = (operation, path) => {
      // From the redo document on nothing reaches the disk any more.
      if (operation === 'rename' && !path.includes('redo.json')) throw diskError('EIO');
    };
    await append(store, orderAppend(first, 2, approved({})), paperAppend('P-1', 0, issued('P-1', first)));
    await store.close().catch(() => undefined);
    disk.beforeEach = () => {};
    vi.restoreAllMocks();
    expect(disk.paths()).toContain(onDisk('redo.json'));
    expect(await auditFolder(folder, disk)).toMatchObject({ records: { paper: 2 }, misfits: [] });
  });

  it('is not looked at while somebody writes it', async () => {
    await office(async () => {
      await expect(misfits()).rejects.toMatchObject({ code: 'store.locked' });
    });
    expect(await misfits()).toEqual([]);
  });
});

describe('a history that somebody touched', () => {
  beforeEach(threeOrders);

  it('names the event in which one byte was changed', async () => {
    await forge(documentOf(second), (body) => {
      const [posting, submitting, approval, ...later] = body.events as [object, object, { at: string }];
      return {
        ...body,
        events: [posting, submitting, { ...approval, at: approval.at.replace('02:', '03:') }, ...later] as never,
      };
    });
    expect(await misfits()).toEqual([
      { code: 'chain-broken', kind: 'order', number: second, event: 3, because: 'changed', type: 'order-approved' },
    ]);
  });

  it('names an event that was taken away at the end', async () => {
    await forge(documentOf(second), (body) => ({ ...body, events: body.events.slice(0, -1), version: 4 }));
    expect(await misfits()).toMatchObject([
      { code: 'chain-broken', number: second, event: 5, because: 'event-missing' },
    ]);
  });

  it('names a number whose record is gone, also that of the last one if anything points at it', async () => {
    for (const path of [documentOf(second), `${documentOf(second)}.prev`]) await disk.remove(path);
    expect(await misfits()).toEqual([{ code: 'numbers-missing', from: second, to: second }]);
    await disk.remove(documentOf(third));
    expect(await misfits()).toEqual([{ code: 'numbers-missing', from: second, to: second }]);
  });

  it('names a document that lies where another belongs, and events that cannot have happened', async () => {
    const body = await disk.read(documentOf(first));
    await disk.change(documentOf(third), () => Buffer.from(body));
    await forge(documentOf(second), ({ chain: _chain, ...rest }) => ({ ...rest, events: rest.events.slice(1) }));
    expect(await misfits()).toEqual([
      expect.objectContaining({ code: 'document-damaged', document: `orders/2026-11/${third}.json` }),
      expect.objectContaining({ code: 'events-impossible', number: second }),
    ]);
  });

  it('names a document whose bytes rotted; its number is not missing, before and after it was set aside', async () => {
    await disk.change(documentOf(first), (bytes) => Buffer.from(bytes.with(200, (bytes[200] ?? 0) ^ 1)));
    const rotten = [{ code: 'document-damaged', document: `orders/2026-11/${first}.json` }];
    expect(await misfits()).toMatchObject(rotten);
    await office(async () => {});
    expect(await misfits()).toMatchObject(rotten);
  });

  it.each([{ hashes: null }, {}])('names a document whose chain is none: %j', async (chain) => {
    await forge(documentOf(first), (body) => ({ ...body, chain: chain as never }));
    expect(await misfits()).toMatchObject([{ code: 'document-damaged', problem: expect.stringContaining('no list') }]);
  });
});

describe('a folder from before chains were kept', () => {
  const older = (number: string) =>
    seal({ kind: 'order', id: number, version: 2, answers: [], events: posted(number) });

  it('opens unchanged; its records are taken in with their next event', async () => {
    await office(async (store) => {
      await post(store);
      await post(store);
    });
    for (const number of [first, second]) await disk.change(documentOf(number), () => Buffer.from(older(number)));
    await office(async (store) => {
      expect(store.damaged).toEqual([]);
      await append(store, orderAppend(second, 2, approved({ A01: '1' })));
    });
    expect(await disk.read(documentOf(first))).toEqual(Buffer.from(older(first)));
    const { events, misfits: none } = await auditFolder(folder, disk);
    expect([events, none]).toEqual([{ all: 5, chained: 1, adopted: 2, unchained: 2 }, []]);

    await forge(documentOf(second), ({ events: [posting, , approval], ...body }) => ({
      ...body,
      events: [posting, { ...posting, type: 'order-submitted' }, approval] as never,
    }));
    expect(await misfits()).toMatchObject([{ code: 'chain-broken', number: second, event: 2, because: 'changed' }]);
  });

  it('of a newer program is refused', async () => {
    await office(post);
    await disk.change(onDisk('store.json'), () => Buffer.from(seal({ format: 99 })));
    await expect(misfits()).rejects.toMatchObject({ code: 'store.format-unknown' });
  });
});
