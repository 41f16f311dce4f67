import { type Allotted, allot, type Taking } from '../../../../core/stock/allot.ts';
import { comparableWith } from '../../../../core/stock/book-sources.ts';
import type { Source } from '../../../../core/stock/source.ts';
import type { PlainDate } from '../../../../core/value/date.ts';
import { add, type Decimal, isNegative, isZero, minimum, subtract, sum } from '../../../../core/value/decimal.ts';
import { keyText, textOf } from '../key-text.ts';
import { type AllocationRow, type SourceRow, uncovered } from './rows.ts';

/** The sources of one stock, and who of those concerned takes what of them: the orders that change, and who is uncovered. */
export interface Shelf {
  readonly rows: readonly SourceRow[];
  readonly own: readonly AllocationRow[];
  readonly waiting: readonly AllocationRow[];
}

/** What becomes of a shelf: rows to change and allocations in place of those it had. */
export interface Moved {
  readonly shelf: Shelf;
  readonly rows: readonly SourceRow[];
  readonly allocations: readonly AllocationRow[];
}

/** Who has gone without so far is served first; then the orders that change, as if they took nothing yet. */
export function moved(shelf: Shelf, after: readonly Taking[], given: readonly Taking[]): Moved {
  const released = new Map(shelf.rows.map(({ nth }) => [nth, sumOf(shelf.own.filter((row) => row.nth === nth))]));
  const lots = shelf.rows.filter(({ nth }) => nth !== uncovered).map((row) => ({ row, source: freeOf(row, released) }));
  const all = lots.map(({ source }) => source);
  const sources = all.filter(({ quantity }) => !isNegative(quantity) && !isZero(quantity));
  const keepsBatches = all.some(({ batch }) => batch !== undefined);
  const waiting = shelf.waiting.map(waitingFor);
  const allotTo = (takings: readonly Taking[]): Allotted =>
    allot(sources, [...waiting, ...comparableWith(all, takings)], keepsBatches);
  const [now, withoutPromise] = [allotTo(after), allotTo(given)];
  const taken = allocationsOf(shelf, lots, now);
  const short = minimum(sum(now.uncovered.values()), sum(withoutPromise.uncovered.values()));
  const rows = shelf.rows.map((row) => {
    const left = subtract(row.allocated as Decimal, released.get(row.nth) as Decimal);
    const added = sumOf(taken.filter(({ nth }) => nth === row.nth));
    // Of what is uncovered all is given anew, also to those who waited.
    return row.nth === uncovered
      ? { ...row, allocated: added, shortfall: short }
      : { ...row, allocated: add(left, added) };
  });
  return { shelf, rows, allocations: taken };
}

const sumOf = (rows: readonly AllocationRow[]): Decimal => sum(rows.map(({ quantity }) => quantity as Decimal));

function freeOf(row: SourceRow, released: ReadonlyMap<number, Decimal>): Source {
  const { arrives, warehouse, batch, unit, quantity, allocated, nth } = row;
  const taken = subtract(allocated as Decimal, released.get(nth) as Decimal);
  return {
    date: arrives as PlainDate | null,
    ...(warehouse !== null && { warehouse: textOf(warehouse) }),
    ...(batch !== null && { batch: textOf(batch) }),
    unit: unit === null ? null : textOf(unit),
    quantity: subtract(quantity as Decimal, taken),
  };
}

const waitingFor = ({ order_number, quantity }: AllocationRow): Taking => ({
  order: textOf(order_number),
  quantity: quantity as Decimal,
  unit: null,
  by: null,
});

function allocationsOf(
  { rows }: Shelf,
  lots: readonly { readonly row: SourceRow; readonly source: Source }[],
  { shares, uncovered: over }: Allotted,
): readonly AllocationRow[] {
  const stock_key = rows[0]?.stock_key as string;
  const nthOf = new Map(lots.map(({ row, source }) => [source, row.nth]));
  return [
    ...shares.map(({ order, source, quantity }) => ({
      order_number: keyText(order),
      stock_key,
      nth: nthOf.get(source) as number,
      quantity,
    })),
    ...Array.from(over, ([order, quantity]) => ({ order_number: keyText(order), stock_key, nth: uncovered, quantity })),
  ];
}
