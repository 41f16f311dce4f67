import type { ParsedRow, ParsedTable, RowValues } from '../../sheet/table.ts';
import { sameText } from '../../sheet/text.ts';
import { compare, type Decimal, subtract, zero } from '../../value/decimal.ts';
import { findItem } from '../item-index.ts';
import { shortestNames } from '../item-key.ts';
import type { BookSource, PriceBook, StockBook, StockLine } from '../knowledge.ts';

type StockTable = ParsedTable<'stock'>;
type Values = RowValues<'stock'>;

export interface StockGiven {
  /** Tells which item a row without a code means. */
  readonly prices: PriceBook | null;
  /** Does the table stand in the rows of orders? Then an item's count comes again with every order of it. */
  readonly besideOrders: (table: StockTable) => boolean;
  /** The warehouse of a table that has no column for it: its sheet's name. */
  readonly warehouseOf: (table: StockTable) => string | undefined;
}

/**
 * Stock tables as a book; an item may stand in several warehouses, and lots of one warehouse in several rows: they add up.
 * Counts of several days don't, and neither does a count that is repeated beside each order: the latest day's holds, of
 * repeated ones the lowest, so that nothing is promised twice.
 */
export function stockBookOf(tables: readonly StockTable[], source: BookSource, given: StockGiven): StockBook {
  const itemCodeOf = itemCodes(tables, given.prices);
  const lines = tables.flatMap((table) => {
    const counted = table.rows.flatMap(({ values }) => {
      const line = lineOf(values, itemCodeOf(values), given.warehouseOf(table));
      return line ? [{ line, on: values.countedOn ?? '' }] : [];
    });
    const current = latest(counted);
    return given.besideOrders(table) ? lowest(current) : current;
  });
  return { source, lines: lines.map(({ line }) => line) };
}

/** What a count says: available 可用库存 before on hand 现存量 less what is reserved. An empty cell is no stock. */
export const countIn = ({ available, onHand, reserved }: Values): Decimal =>
  available ?? subtract(onHand ?? zero, reserved ?? zero);

interface Counted {
  readonly line: StockLine;
  readonly on: string;
}

const placeOf = ({ line }: Counted): string => {
  const { itemCode, specification = '', color = '', unit = '', warehouse = '', batch = '' } = line;
  return JSON.stringify([itemCode, specification, color, unit, warehouse, batch].map(sameText));
};

/** Where an item was counted on several days, its last day's rows. */
function latest(counted: readonly Counted[]): readonly Counted[] {
  if (counted.every(({ on }) => on === counted[0]?.on)) return counted;
  const days = new Map<string, string>();
  for (const one of counted) {
    const place = placeOf(one);
    if (one.on > (days.get(place) ?? '')) days.set(place, one.on);
  }
  return counted.filter((one) => one.on === (days.get(placeOf(one)) ?? ''));
}

function lowest(counted: readonly Counted[]): readonly Counted[] {
  const places = new Map<string, Counted>();
  for (const one of counted) {
    const place = placeOf(one);
    const known = places.get(place);
    if (!known || compare(one.line.onHand, known.line.onHand) < 0) places.set(place, one);
  }
  return [...places.values()];
}

/** By the price list where it knows the row's item, else as the sheet itself calls it. */
function itemCodes(tables: readonly StockTable[], prices: PriceBook | null): (values: Values) => string | undefined {
  const rows: readonly ParsedRow<'stock'>[] = tables.flatMap(({ rows }) => rows);
  const uncoded = rows.map(({ values }) => values).filter(({ barcode, itemCode }) => !itemCode && !barcode);
  const nameOf = shortestNames(uncoded);
  return (values) => {
    const match = findItem(prices, values);
    return match.kind === 'found' ? match.entry.code : (values.itemCode ?? values.barcode ?? nameOf(values));
  };
}

function lineOf(row: Values, itemCode: string | undefined, ofTable: string | undefined): StockLine | null {
  if (!itemCode) return null;
  const warehouse = row.warehouse ?? ofTable;
  return {
    itemCode,
    ...(row.barcode && { barcode: row.barcode }),
    ...(row.itemName && { name: row.itemName }),
    ...(row.specification && { specification: row.specification }),
    ...(row.color && { color: row.color }),
    ...(row.unit && { unit: row.unit }),
    ...(warehouse && { warehouse }),
    ...(row.batch && { batch: row.batch }),
    onHand: countIn(row),
    inbound: row.inbound ?? zero,
    ...(row.inboundDate && { inboundDate: row.inboundDate }),
  };
}
