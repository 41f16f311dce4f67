import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { CompanyProfile } from '../../../../core/policy/company.ts';
import { standardPolicy } from '../../../../core/policy/policy.ts';
import { fillStore } from '../../../../server/app/fill-store.ts';
import type { Filler, Snapshot, SnapshotPart, Store } from '../../../../server/ports.ts';
import { emptyLedger, lost, work } from '../embedded/workload.ts';
import {
  allNumbers,
  append,
  approved,
  at,
  done,
  orderAppend,
  post,
  priceBook,
  publish,
  series,
} from '../sample-records.ts';
import type { Ground, Subject } from '../store-contract.ts';

const profile = { name: '海港五金有限公司', locale: 'zh-Hans', timeZone: 'Asia/Shanghai' } as CompanyProfile;
const bytes = Buffer.from('%PDF-1.7 a letter');

/** A store with something of everything. */
async function busyOffice(store: Store): Promise<void> {
  const now = at('2026-11-21T00:00:00.000Z');
  await store.accounts.saveProfile(profile);
  await store.accounts.saveToken({
    hash: 'a',
    userId: 'a',
    kind: 'device',
    createdAt: now,
    expiresAt: at('2999-01-01T00:00:00.000Z'),
  });
  const by = { userId: 'wang', name: '王芳' };
  await store.accounts.addPolicy({ version: 1, at: now, by, reason: 'first', policy: standardPolicy });
  await store.people.remember({ name: '陈经理', contact: '13800000000' });
  await work(store, emptyLedger());
  for (const version of [1, 2]) await append(store, publish('prices', version, priceBook('CNY')));
  await store.files.put(bytes);
  await store.transact({
    requestKey: 'nothing changed',
    locks: [],
    load: {},
    decide: () => ({ append: [], answer: { findings: 3 } }),
  });
}

async function partsOf(snapshot: Snapshot): Promise<readonly SnapshotPart[]> {
  const parts: SnapshotPart[] = [];
  for await (const part of snapshot.parts())
    parts.push(part.part === 'file' ? { ...part, bytes: [...part.bytes] as never } : part);
  await snapshot.release();
  return parts;
}
const contentOf = async (store: Store) => partsOf(await store.snapshot());
const recordsIn = (parts: readonly SnapshotPart[]) =>
  parts.flatMap((part) => (part.part === 'record' ? [part.record] : []));
const ordersIn = (parts: readonly SnapshotPart[]) =>
  recordsIn(parts).flatMap(({ kind, id }) => (kind === 'order' ? [id] : []));

/** A copy of the store on ground of its own. */
async function copied(store: Store, elsewhere: Ground): Promise<Store> {
  const snapshot = await store.snapshot();
  const filler = await elsewhere.fill();
  await fillStore(snapshot, filler);
  await filler.finish();
  await filler.close();
  await snapshot.release();
  return elsewhere.open();
}

export function snapshotContract(subject: Subject): void {
  describe('a snapshot', () => {
    it('of an empty store is its settings alone', async () => {
      const snapshot = await subject.store.snapshot();
      expect([snapshot.position, snapshot.count]).toEqual([0, 1]);
      expect(await partsOf(snapshot)).toEqual([
        { part: 'settings', settings: { profile: null, policies: [], users: [], tokens: [], people: [] } },
      ]);
    });

    it('holds everything, each once and in order: settings, books, records, answers, files', async () => {
      await busyOffice(subject.store);
      const snapshot = await subject.store.snapshot();
      const parts = await partsOf(snapshot);
      expect(parts).toHaveLength(snapshot.count);
      const order = ['settings', 'book', 'record', 'answer', 'file'];
      expect([...new Set(parts.map(({ part }) => part))]).toEqual(order);
      const ranks = parts.map(({ part }) => order.indexOf(part));
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
      expect(parts.flatMap((part) => (part.part === 'book' ? [`${part.book.kind} ${part.book.version}`] : []))).toEqual(
        ['prices 1', 'prices 2', 'stock 1'],
      );
      expect(ordersIn(parts)).toEqual(await allNumbers(subject.store));
      const names = recordsIn(parts).map(({ kind, id }) => `${kind} ${id}`);
      expect(new Set(names).size).toBe(names.length);
      const highest = Math.max(...recordsIn(parts).map(({ position = 0 }) => position));
      expect(snapshot.position).toBeGreaterThanOrEqual(highest);
      const answers = parts.flatMap((part) => (part.part === 'answer' ? [part.answer] : []));
      expect(answers.find(({ key }) => key === 'nothing changed')).toMatchObject({ answer: { findings: 3 } });
    });

    it('is the same after a restart', async () => {
      await busyOffice(subject.store);
      const before = await contentOf(subject.store);
      expect(await contentOf(await subject.reopen())).toEqual(before);
    });

    it('stays as it was while its records, books and settings go on', async () => {
      const { store } = subject;
      await busyOffice(store);
      const waiting = done(await post(store));
      const [snapshot, same] = [await store.snapshot(), await contentOf(store)];
      await append(store, orderAppend(waiting, 2, approved({ A01: '1' })));
      await store.accounts.saveUser({ id: 'li', name: '李强', roles: [], locale: 'en' });
      await append(store, publish('prices', 3, priceBook('USD')));
      await post(store);
      expect(await partsOf(snapshot)).toEqual(same);
    });

    it('holds every decision up to its position and none after it, however many are on their way', async () => {
      const { store } = subject;
      let working = true;
      const positions = new Map<string, number>();
      const clerk = async (name: string) => {
        for (let count = 1; working; count += 1) {
          const outcome = await post(store, { key: `${name} ${count}` });
          positions.set(done(outcome), outcome.position);
        }
      };
      const clerks = ['a', 'b', 'c', 'd'].map(clerk);
      const taken: { position: number; orders: readonly string[] }[] = [];
      for (let round = 0; round < 5; round += 1) {
        while (positions.size < 12 * (round + 1)) await setImmediate();
        const snapshot = await store.snapshot();
        taken.push({ position: snapshot.position, orders: ordersIn(await partsOf(snapshot)) });
      }
      working = false;
      await Promise.all(clerks);
      for (const { position, orders } of taken) {
        const due = [...positions].filter(([, own]) => own <= position).map(([number]) => number);
        expect(orders).toEqual(due.sort());
        expect(orders.length).toBeGreaterThan(0);
      }
    });

    it('that was let go of gives nothing more', async () => {
      const snapshot = await subject.store.snapshot();
      await snapshot.release();
      await expect(snapshot.parts()[Symbol.asyncIterator]().next()).rejects.toMatchObject({ code: 'store.closed' });
    });
  });

  describe('a store filled from a snapshot', () => {
    it('is the same store: parts, answers, numbers, keys of persons', async () => {
      await busyOffice(subject.store);
      const copy = await copied(subject.store, await subject.elsewhere());
      try {
        expect(await contentOf(copy)).toEqual(await contentOf(subject.store));
        expect(copy.damaged).toEqual([]);
        expect(await copy.people.remember({ name: '陈经理', contact: '13800000000' })).toBe(
          await subject.store.people.remember({ name: '陈经理', contact: '13800000000' }),
        );
        expect(done(await post(copy))).toBe(`${series}-00006`);
        expect(await lost(copy, emptyLedger())).toEqual([]);
      } finally {
        await copy.close();
      }
    });

    it('answers a request once more as it was answered there, however long its key is', async () => {
      const request = (answer: string) =>
        ({ requestKey: '键'.repeat(900), locks: [], load: {}, decide: () => ({ append: [], answer }) }) as const;
      await subject.store.transact(request('first'));
      const copy = await copied(subject.store, await subject.elsewhere());
      expect(await copy.transact(request('second'))).toMatchObject({ answer: 'first', repeated: true });
      await copy.close();
    });

    it('has positions that rise from where the other was', async () => {
      await busyOffice(subject.store);
      const { position } = await subject.store.snapshot();
      const copy = await copied(subject.store, await subject.elsewhere());
      expect((await post(copy)).position).toBeGreaterThan(position);
      await copy.close();
    });

    it('cannot be opened before it is finished, and goes on where it was cut off', async () => {
      await busyOffice(subject.store);
      const ground = await subject.elsewhere();
      const parts = await contentOf(subject.store);
      for (const until of [3, 7, parts.length]) {
        const filler = await ground.fill();
        const snapshot = await subject.store.snapshot();
        await fillStore({ ...snapshot, parts: () => firstOf(snapshot, until) }, filler);
        await filler.close();
        await expect(ground.open()).rejects.toMatchObject({ code: 'store.unfinished' });
      }
      const filler = await ground.fill();
      await filler.finish();
      await filler.close();
      const copy = await ground.open();
      expect(await contentOf(copy)).toEqual(parts);
      await copy.close();
    });

    it('has the later form of what has grown since an attempt that was cut off', async () => {
      const { store } = subject;
      await post(store);
      const ground = await subject.elsewhere();
      const filler = await ground.fill();
      await fillStore(await store.snapshot(), filler);
      await filler.close();
      await append(store, orderAppend(`${series}-00001`, 2, approved({ A01: '1' })));
      const copy = await copied(store, ground);
      expect(await contentOf(copy)).toEqual(await contentOf(store));
      await copy.close();
    });

    it('is never one that holds something already', async () => {
      const ground = await subject.elsewhere();
      const other = await ground.open();
      await post(other);
      await other.close();
      await expect(ground.fill()).rejects.toMatchObject({ code: 'store.not-empty' });
      const again = await ground.open();
      expect(await allNumbers(again)).toHaveLength(1);
      await again.close();
    });

    it('takes no file under a hash that is not its own', async () => {
      const filler: Filler = await (await subject.elsewhere()).fill();
      const wrong: SnapshotPart = { part: 'file', sha256: '0'.repeat(64), bytes };
      await expect(filler.put([wrong])).rejects.toMatchObject({ code: 'store.damaged' });
      await filler.close();
    });

    it('never gives out again a number that was lost before', async () => {
      const ground = await subject.elsewhere();
      const filler = await ground.fill();
      const document = `orders/2026-11/${series}-00007.json`;
      await filler.put([{ part: 'lost', document, problem: 'it rotted' }]);
      await filler.finish();
      await filler.close();
      const copy = await ground.open();
      expect(done(await post(copy))).toBe(`${series}-00008`);
      await copy.close();
    });

    it('never publishes again under the version of a book that was lost before', async () => {
      const ground = await subject.elsewhere();
      const filler = await ground.fill();
      await fillStore({ parts: () => lostBooks(1, 'prices-0002', 'stock-0003') }, filler);
      await filler.finish();
      await filler.close();
      const copy = await ground.open();
      const seen = { versions: {}, prices: false };
      await copy.transact({
        locks: ['books'],
        load: {},
        decide: ({ bookVersions, prices }) => {
          Object.assign(seen, { versions: bookVersions, prices: prices !== null });
          return { append: [], answer: null };
        },
      });
      expect(seen).toEqual({ versions: { prices: 2, stock: 3, customers: 0 }, prices: true });
      const again = append(copy, publish('prices', 2, priceBook('USD')));
      await expect(again).rejects.toMatchObject({ code: 'store.version-stale' });
      await append(copy, publish('prices', 3, priceBook('EUR')));
      expect((await copy.read.books()).prices).toMatchObject({ version: 3 });
      await copy.close();
    });
  });
}

/** A price book of this version, and books of which only the names are known. */
async function* lostBooks(version: number, ...names: readonly string[]): AsyncGenerator<SnapshotPart> {
  const published = publish('prices', version, priceBook('CNY'));
  if (published.stream === 'book') yield { part: 'book', book: published.book, position: 1 };
  for (const name of names) yield { part: 'lost', document: `books/${name}.json`, problem: 'it rotted' };
}

async function* firstOf(snapshot: Snapshot, count: number): AsyncGenerator<SnapshotPart> {
  let given = 0;
  for await (const part of snapshot.parts()) {
    if (given === count) return;
    given += 1;
    yield part;
  }
}
