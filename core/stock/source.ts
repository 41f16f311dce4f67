import { sameText } from '../sheet/text.ts';
import type { PlainDate } from '../value/date.ts';
import type { Decimal } from '../value/decimal.ts';

/** Where goods lie, or should come from, as far as somebody says so. */
export interface GoodsPlace {
  readonly warehouse?: string | undefined;
  readonly batch?: string | undefined;
}

/** Goods that can be promised: a lot on hand, or an inbound of a date. What is promised of it never exceeds its quantity. */
export interface Source extends GoodsPlace {
  /** The day it arrives; null = on hand. */
  readonly date: PlainDate | null;
  /** What one of the quantity is (`Measured`); null = the sheet doesn't say, taken for whatever is asked. */
  readonly unit: string | null;
  /** Above zero. */
  readonly quantity: Decimal;
}

/** Somebody who wants goods of one item. */
export interface Demand extends GoodsPlace {
  readonly holder: Holder;
  /** Above zero. */
  readonly quantity: Decimal;
  readonly unit: string | null;
  /** In time is what is there by this day; null = what is on hand now. */
  readonly by: PlainDate | null;
  /** From this day on the item can be made or bought anew, so nothing later is waited for; null = nobody knows. */
  readonly supplyFrom: PlainDate | null;
  /**
   * Goods that are promised already, or gone: where the place it names has too little, the rest is taken from elsewhere. What
   * is asked for comes from the place it names or not at all (R23).
   */
  readonly isTaken?: true;
}

/** Who got goods: an open order on the server, or an order of this check. One object an order, however many lines it has. */
export interface Holder {
  readonly order: string;
  readonly dueDate?: PlainDate;
}

/** A promise: so much of one source. */
export interface Allocation {
  readonly source: Source;
  readonly quantity: Decimal;
  /** There by the day asked for. */
  readonly inTime: boolean;
}

export const isThereBy = ({ date }: Source, by: PlainDate | null): boolean =>
  date === null || (by !== null && date <= by);

/** Whether a source counts in what is asked in. Units that nobody can convert are never compared. */
export const isCountedIn = ({ unit }: Pick<Source, 'unit'>, asked: string | null): boolean =>
  unit === null || asked === null || unit === asked;

/** Whether somebody says where: most don't mind. */
export const namesPlace = ({ warehouse, batch }: GoodsPlace): boolean => warehouse !== undefined || batch !== undefined;

/** Whether a lot lies where a demand wants it from. */
export type Fits = (source: Source) => boolean;

/**
 * A lot that names no warehouse is in each; one that names no batch is of none, unless the item is kept without batches.
 * @param keepsBatches whether the stock sheet tells batches of the item apart
 */
export function fitsPlace({ warehouse, batch }: GoodsPlace, keepsBatches: boolean): Fits {
  const place = warehouse === undefined ? null : sameText(warehouse);
  const lot = batch === undefined || !keepsBatches ? null : sameText(batch);
  return (source) =>
    (place === null || source.warehouse === undefined || sameText(source.warehouse) === place) &&
    (lot === null || (source.batch !== undefined && sameText(source.batch) === lot));
}
