import type { PlainDate } from '../value/date.ts';
import type { Decimal } from '../value/decimal.ts';

/** Goods that can be promised: a lot on hand, or an inbound of a date. What is promised of it never exceeds its quantity. */
export interface Source {
  /** The day it arrives; null = on hand. */
  readonly date: PlainDate | null;
  readonly warehouse?: string;
  /** What one of the quantity is (`Measured`); null = the sheet doesn't say, taken for whatever is asked. */
  readonly unit: string | null;
  /** Above zero. */
  readonly quantity: Decimal;
}

/** Somebody who wants goods of one item. */
export interface Demand {
  readonly holder: Holder;
  /** Above zero. */
  readonly quantity: Decimal;
  readonly unit: string | null;
  /** In time is what is there by this day; null = what is on hand now. */
  readonly by: PlainDate | null;
  /** Where it should come from; it comes from elsewhere rather than late. */
  readonly warehouse?: string | undefined;
  /** From this day on the item can be made or bought anew, so nothing later is waited for; null = nobody knows. */
  readonly supplyFrom: PlainDate | null;
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
