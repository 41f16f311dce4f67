import { sql } from 'kysely';
import type { LockName } from '../../../ports.ts';
import { partsOf } from '../../numbers.ts';
import { build } from '../connection/queries.ts';
import type { Session } from '../connection/session.ts';
import { keyText } from '../key-text.ts';
import { countedAt } from '../load/book-shelf.ts';
import type { KeptRecord } from '../load/kept-record.ts';
import type { RecordsFound } from '../load/records-found.ts';
import { LocksMissing } from './held-locks.ts';
import type { Working } from './load.ts';
import { booksLock, heldItemsLock, lockOf } from './lock-names.ts';
import { touchedOrders } from './touched-orders.ts';
import type { Written } from './written.ts';

/** What a record is found by. */
const namesOf = ({ kind, number, customer, orders, names }: KeptRecord): readonly LockName[] => [
  lockOf.record(kind, number),
  ...(customer === null ? [] : [lockOf.customer(customer)]),
  ...orders.map(lockOf.order),
  ...names.map((name) => lockOf.name(kind, name)),
];

/** What an order is found by; also a record that points at it, when somebody finds the order and looks from there. */
const keyOf = (number: string, records: RecordsFound): readonly LockName[] => {
  const order = records.get('order', number);
  return order === undefined ? [] : [lockOf.orderKey(order.state.orderKey)];
};

/** What a later change of the record will likely touch; kept beside it, to lock that in time. */
export const likelyFootprint = (record: KeptRecord, records: RecordsFound): readonly LockName[] => {
  const orders = record.kind === 'order' ? [record.number] : record.orders;
  const items = record.kind === 'order' ? (record as unknown as KeptRecord<'order'>).state.lines : [];
  return [
    ...new Set([
      ...namesOf(record),
      ...orders.flatMap((number) => keyOf(number, records)),
      ...items.map(({ itemCode }) => lockOf.item(itemCode)),
    ]),
  ];
};

/** @throws LocksMissing when the decision touches what its run didn't lock */
export async function expectLocked(session: Session, written: Written, working: Working): Promise<void> {
  const names = footprint(written, working).filter((name) => !working.locks.has(name));
  if (names.length > 0) throw new LocksMissing({ names });
  // Only now: whether others hold an item stands still while it is locked.
  if (working.locks.has(heldItemsLock)) return;
  if (await changesHeldItems(session, written, working)) throw new LocksMissing({ names: [heldItemsLock] });
}

function footprint(written: Written, { records }: Working): readonly LockName[] {
  const touched = [...touchedOrders(written)];
  const states = [records, written.found];
  const fresh = written.records.flatMap(({ before, after }) => (before ? [] : (partsOf(after.number)?.series ?? [])));
  return [
    ...new Set([
      ...written.records.flatMap(({ before, after }) => [before, after]).flatMap((each) => (each ? namesOf(each) : [])),
      ...touched.map(lockOf.order),
      ...states.flatMap((state) => touched.flatMap((number) => keyOf(number, state))),
      ...itemsChanged(touched, records, written.found).map(lockOf.item),
      ...fresh.map(lockOf.series),
      ...(written.books.length > 0 ? [booksLock] : []),
    ]),
  ];
}

/** Items of which somebody who asks what is held would hear something else now. */
function itemsChanged(orders: readonly string[], before: RecordsFound, after: RecordsFound): readonly string[] {
  const changed = orders.flatMap((number) => {
    const [old, now] = [demandByItem(number, before), demandByItem(number, after)];
    return [...new Set([...old.keys(), ...now.keys()])].filter((item) => old.get(item) !== now.get(item));
  });
  return [...new Set(changed)];
}

function demandByItem(order: string, records: RecordsFound): ReadonlyMap<string, string> {
  const items = Map.groupBy(records.demandOfOrder(order), ({ itemCode }) => itemCode);
  return new Map(Array.from(items, ([item, demand]) => [item, JSON.stringify(demand)]));
}

/** Whether an item comes to be held, or ceases to be, by any order at all. */
async function changesHeldItems(session: Session, written: Written, { records, books }: Working): Promise<boolean> {
  const orders = [...touchedOrders(written)];
  const taken = (found: RecordsFound) =>
    new Set(orders.flatMap((number) => found.demandOfOrder(number).map(({ itemCode }) => itemCode)));
  const [before, after] = [taken(records), taken(written.found)];
  const changed = [...new Set([...before, ...after])].filter((item) => before.has(item) !== after.has(item));
  if (changed.length === 0) return false;
  const others = await session.all(
    sql<{ item_code: string }>`
      SELECT item_code FROM demand
      WHERE item_code = ANY(${changed.map(keyText)}::text[]) AND order_number <> ALL(${orders.map(keyText)}::text[])
        AND (held OR left_at > ${countedAt(books)})
      GROUP BY item_code`.compile(build),
  );
  return others.length < changed.length;
}
