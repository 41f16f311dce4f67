import type { OpenDemand, StockBook } from '../check/knowledge.ts';
import type { PlainDate } from '../value/date.ts';
import { compare, zero } from '../value/decimal.ts';
import type { Taking } from './allot.ts';
import { itemStockOf } from './item-stock.ts';
import { measured } from './measure.ts';
import { isCountedIn, type Source } from './source.ts';
import { type ItemNames, inOrderOfService, linesByKey, stockKeys } from './stock.ts';

/**
 * What the stock book can promise, by the name it lists the goods under. Two kinds of stock are not among it, for what is
 * taken of them depends on more than the sum: those counted in several units that nobody can convert, and those of a code
 * that several items (sizes, colours) share.
 */
export function sourcesOf(book: StockBook, items: ItemNames): ReadonlyMap<string, readonly Source[]> {
  // A sheet that doesn't say when it was counted: nothing that has a date is overdue by it.
  const countedOn = (book.source.asOf?.slice(0, 10) ?? '') as PlainDate;
  const told = Array.from(linesByKey(book)).flatMap(([key, lines]) => {
    const item = items.itemOf(key);
    if (item === undefined && lines.some((line) => items.variantOf(line) !== undefined)) return [];
    const sources = itemStockOf(lines, item, countedOn).pool.rest();
    return new Set(sources.map(({ unit }) => unit)).size > 1 ? [] : [[key, sources] as const];
  });
  return new Map(told);
}

/** What orders take of the book, by the name it lists the goods under, in the order they are served. What it doesn't list is left out. */
export function takingsOf(
  openDemand: readonly OpenDemand[],
  book: StockBook,
  items: ItemNames,
): ReadonlyMap<string, readonly Taking[]> {
  const keyOf = stockKeys(book, items);
  const takings = openDemand
    .filter(({ quantity }) => compare(quantity, zero) > 0)
    .toSorted(inOrderOfService)
    .flatMap((demand) => {
      const key = keyOf(demand.itemCode);
      if (key === null) return [];
      const { orderNumber: order, dueDate: by = null, warehouse, batch } = demand;
      const { quantity, unit } = measured(demand.quantity, demand.unit, items.itemOf(key));
      return [{ key, taking: { order, by, warehouse, batch, quantity, unit } }];
    });
  const groups = Map.groupBy(takings, ({ key }) => key);
  return new Map(Array.from(groups, ([key, group]) => [key, group.map(({ taking }) => taking)]));
}

/** What is counted in a unit that nobody can convert into that of the sources is taken of none of them. */
export const comparableWith = (sources: readonly Source[], takings: readonly Taking[]): readonly Taking[] =>
  sources.length === 0 ? takings : takings.filter(({ unit }) => sources.some((source) => isCountedIn(source, unit)));
