import type { CommandMeta } from '../order/command.ts';
import type { OrderNumber, Stamp } from '../order/state.ts';
import type { Decimal } from '../value/decimal.ts';

/**
 * Opening receivable 期初应收: what a customer still owed, when the book began, for goods of an order that had left before it
 * was entered. One an order, named by its number; what nobody enters counts as paid then (docs/adr/0014-opening-receivables.md).
 */
export interface Opening {
  readonly number: OrderNumber;
  readonly customerCode: string;
  readonly currency: string;
  /** From 0 up to what those goods are worth. */
  readonly open: Decimal;
  /** The latest counts. */
  readonly recorded: Stamp;
}

/** What somebody wants recorded, in the imperative; recorded again, it corrects. The order is the one whose account is given. */
export interface OpeningCommand extends CommandMeta {
  readonly type: 'record-opening';
  readonly open: Decimal;
}

/** What was recorded, in the past tense. */
export type OpeningEvent = { readonly type: 'opening-recorded' } & Omit<Opening, 'recorded'> & Stamp;
