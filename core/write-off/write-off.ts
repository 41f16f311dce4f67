import type { OrderNumber, Stamp } from '../order/state.ts';
import type { PlainDate } from '../value/date.ts';
import type { Decimal } from '../value/decimal.ts';

/** "WO-202611-00007": a series of its own. */
export type WriteOffNumber = string & { readonly writeOffNumber: true };

/** A debt of one order given up: a rounding difference 尾差, or a bad debt 坏账. No money moved, so it is no payment. */
export interface WriteOff {
  readonly number: WriteOffNumber;
  readonly order: OrderNumber;
  readonly customerCode: string;
  readonly currency: string;
  readonly amount: Decimal;
  readonly cause: 'rounding' | 'bad-debt';
  readonly on: PlainDate;
  readonly recorded: Stamp;
  /** The customer pays after all 坏账收回, or it was a mistake: the debt stands again. */
  readonly undone?: Stamp & { readonly on: PlainDate };
}

/** What happened to a write-off, in the past tense. */
export type WriteOffEvent =
  | ({ readonly type: 'debt-written-off'; readonly writeOff: Omit<WriteOff, 'recorded' | 'undone'> } & Stamp)
  | ({ readonly type: 'write-off-undone'; readonly on: PlainDate } & Stamp);
