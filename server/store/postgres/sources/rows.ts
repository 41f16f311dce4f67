import { sql } from 'kysely';
import type { OpenDemand } from '../../../../core/check/knowledge.ts';
import { itemNamesIn } from '../../../../core/check/stock-names.ts';
import { type Allotted, allot, type Share } from '../../../../core/stock/allot.ts';
import { comparableWith, sourcesOf, takingsOf } from '../../../../core/stock/book-sources.ts';
import type { Source } from '../../../../core/stock/source.ts';
import { sum, zero } from '../../../../core/value/decimal.ts';
import { insert } from '../connection/insert.ts';
import { build } from '../connection/queries.ts';
import type { Session } from '../connection/session.ts';
import { keyText, wholeText } from '../key-text.ts';
import type { BooksInForce } from '../load/book-shelf.ts';
import type { Tables } from '../tables.ts';

export type SourceRow = Tables['sources'];
export type AllocationRow = Tables['allocations'];

/** The place of what no source covers. */
export const uncovered = 0;

/** What sources there are and who takes them, worked out from nothing but the books and what orders take: as nobody promised anything now. */
export function rowsFrom(
  books: BooksInForce,
  openDemand: readonly OpenDemand[],
): { readonly sources: readonly SourceRow[]; readonly allocations: readonly AllocationRow[] } {
  const [stock, prices] = [books.get('stock'), books.get('prices')];
  if (stock?.kind !== 'stock') return { sources: [], allocations: [] };
  const items = itemNamesIn(prices?.kind === 'prices' ? prices.content : null);
  const takings = takingsOf(openDemand, stock.content, items);
  const ofKeys = Array.from(sourcesOf(stock.content, items), ([key, sources]) => {
    const allotted = allot(sources, comparableWith(sources, takings.get(key) ?? []));
    return { sources: sourceRows(key, sources, allotted), allocations: allocationRows(key, sources, allotted) };
  });
  return {
    sources: ofKeys.flatMap(({ sources }) => sources),
    allocations: ofKeys.flatMap(({ allocations }) => allocations),
  };
}

function sourceRows(key: string, sources: readonly Source[], { shares, uncovered: over }: Allotted): SourceRow[] {
  const stock_key = keyText(key);
  const rows = sources.map(({ date, warehouse, batch, unit, quantity }, index) => ({
    stock_key,
    nth: index + 1,
    arrives: date,
    warehouse: warehouse === undefined ? null : wholeText(warehouse),
    batch: batch === undefined ? null : wholeText(batch),
    unit: unit === null ? null : wholeText(unit),
    quantity,
    allocated: totalOf(shares.filter(({ source }) => source === sources[index])),
    shortfall: zero,
  }));
  const short = sum(over.values());
  const nowhere = { arrives: null, warehouse: null, batch: null, unit: null, quantity: zero };
  return [{ stock_key, nth: uncovered, ...nowhere, allocated: short, shortfall: short }, ...rows];
}

const totalOf = (shares: readonly Share[]): string => sum(shares.map(({ quantity }) => quantity));

function allocationRows(key: string, sources: readonly Source[], allotted: Allotted): AllocationRow[] {
  const stock_key = keyText(key);
  const covered = allotted.shares.map(({ order, source, quantity }) => ({
    order_number: keyText(order),
    stock_key,
    nth: sources.indexOf(source) + 1,
    quantity,
  }));
  const over = Array.from(allotted.uncovered, ([order, quantity]) => ({
    order_number: keyText(order),
    stock_key,
    nth: uncovered,
    quantity,
  }));
  return [...covered, ...over];
}

export const insertSources = (session: Session, rows: readonly SourceRow[]): Promise<void> =>
  insert(session, rows, (some) => build.insertInto('sources').values(some));

/** Added to what an order has of the source already. */
export const insertAllocations = (session: Session, rows: readonly AllocationRow[]): Promise<void> =>
  insert(session, rows, (some) =>
    build
      .insertInto('allocations')
      .values(some)
      .onConflict((known) =>
        known
          .columns(['order_number', 'stock_key', 'nth'])
          .doUpdateSet({ quantity: sql`allocations.quantity + excluded.quantity` }),
      ),
  );
