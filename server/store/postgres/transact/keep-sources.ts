import { sql } from 'kysely';
import type { OpenDemand } from '../../../../core/check/knowledge.ts';
import { itemNamesIn } from '../../../../core/check/stock-names.ts';
import { takingsOf } from '../../../../core/stock/book-sources.ts';
import { build } from '../connection/queries.ts';
import type { Session } from '../connection/session.ts';
import { keyText } from '../key-text.ts';
import { bringUpToDate } from '../sources/renew.ts';
import { type AllocationRow, insertAllocations, type SourceRow, uncovered } from '../sources/rows.ts';
import { type Moved, moved, type Shelf } from '../sources/shelf.ts';
import type { Working } from './load.ts';
import { touchedOrders } from './touched-orders.ts';
import type { Written } from './written.ts';

/** What an order takes from the stock book once a decision is kept. */
interface Change {
  readonly order: string;
  readonly before: readonly OpenDemand[];
  readonly after: readonly OpenDemand[];
  /**
   * What of it nobody promised by the decision: what has left, and what the order held already, or holds again because its
   * shipments say so.
   */
  readonly given: readonly OpenDemand[];
}

/**
 * Gives orders other sources where a decision changes what they take. What is promised by it beyond what there is breaks a
 * constraint: nothing of the decision is kept. To be called before the decision is written.
 * @throws StoreFault 'store.oversold'
 */
export async function keepSources(session: Session, written: Written, working: Working): Promise<void> {
  const changes = changesOf(written, working);
  const [stock, prices] = [working.books.get('stock'), working.books.get('prices')];
  if (changes.length === 0 || stock?.kind !== 'stock') return;
  await bringUpToDate(session, working.books);
  const items = itemNamesIn(prices?.kind === 'prices' ? prices.content : null);
  const of = (which: 'before' | 'after' | 'given') =>
    takingsOf(
      changes.flatMap((change) => change[which]),
      stock.content,
      items,
    );
  const [before, after, given] = [of('before'), of('after'), of('given')];
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  const known = await shelves(
    session,
    keys,
    changes.map(({ order }) => order),
  );
  const changed = keys.flatMap((key) => {
    const shelf = known.get(keyText(key));
    return shelf === undefined ? [] : [moved(shelf, after.get(key) ?? [], given.get(key) ?? [])];
  });
  await keep(session, changed);
}

function changesOf(written: Written, { records }: Working): readonly Change[] {
  const changes = [...touchedOrders(written)]
    .map((order) => ({ order, before: records.demandOfOrder(order), after: written.found.demandOfOrder(order) }))
    .filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after));
  if (changes.length === 0) return [];
  const facts = records.with(written.records.flatMap(({ after }) => (after.kind === 'order' ? [] : [after])));
  return changes.map((change) => {
    const held = facts.demandOfOrder(change.order).filter(({ gone }) => !gone);
    return { ...change, given: [...change.after.filter(({ gone }) => gone), ...held] };
  });
}

/** Locked until the end of the transaction, in one order everywhere. */
async function shelves(
  session: Session,
  keys: readonly string[],
  orders: readonly string[],
): Promise<ReadonlyMap<string, Shelf>> {
  const asked = keys.map(keyText);
  const rows = await session.all(
    sql<SourceRow>`
      SELECT stock_key, nth, arrives, warehouse, batch, unit, trim_scale(quantity)::text AS quantity,
        trim_scale(allocated)::text AS allocated, trim_scale(shortfall)::text AS shortfall
      FROM sources WHERE stock_key = ANY(${asked}::text[]) ORDER BY stock_key, nth FOR UPDATE`.compile(build),
  );
  const own = orders.map(keyText);
  const allocations = await session.all(
    sql<AllocationRow>`
      SELECT order_number, stock_key, nth, trim_scale(quantity)::text AS quantity FROM allocations
      WHERE stock_key = ANY(${asked}::text[]) AND (order_number = ANY(${own}::text[]) OR nth = ${uncovered})
      ORDER BY order_number`.compile(build),
  );
  const changing = new Set(own);
  const ofKey = Map.groupBy(allocations, ({ stock_key }) => stock_key);
  const groups = Map.groupBy(rows, ({ stock_key }) => stock_key);
  return new Map(
    Array.from(groups, ([key, group]) => {
      const [mine = [], others = []] = [true, false].map((isOwn) =>
        ofKey.get(key)?.filter(({ order_number }) => changing.has(order_number) === isOwn),
      );
      return [key, { rows: group, own: mine, waiting: others }];
    }),
  );
}

async function keep(session: Session, changed: readonly Moved[]): Promise<void> {
  const gone = changed.flatMap(({ shelf }) => [...shelf.own, ...shelf.waiting]);
  if (gone.length > 0)
    await session.all(
      sql`DELETE FROM allocations WHERE (order_number, stock_key, nth) IN (
        SELECT * FROM unnest(${gone.map((row) => row.order_number)}::text[], ${gone.map((row) => row.stock_key)}::text[],
          ${gone.map(({ nth }) => nth)}::integer[]))`.compile(build),
    );
  const rows = changed.flatMap(({ rows }) => rows);
  await session.all(
    sql`UPDATE sources SET allocated = now.allocated, shortfall = now.shortfall
      FROM unnest(${rows.map((row) => row.stock_key)}::text[], ${rows.map(({ nth }) => nth)}::integer[],
        ${rows.map((row) => row.allocated)}::numeric[], ${rows.map((row) => row.shortfall)}::numeric[])
        AS now(stock_key, nth, allocated, shortfall)
      WHERE sources.stock_key = now.stock_key AND sources.nth = now.nth`.compile(build),
  );
  await insertAllocations(
    session,
    changed.flatMap(({ allocations }) => allocations),
  );
}
