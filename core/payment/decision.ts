import type { Refusal } from '../order/refusal.ts';
import type { OrderAccount } from '../receivable/order-account.ts';
import type { Result } from '../value/result.ts';
import type { PaymentEvent } from './payment.ts';

/** What a decision about a payment must know beyond it; loaded in the same transaction. */
export interface PaymentContext {
  /** Whether the one who pays is a customer of the house: in its book, or with orders. Asked of money that comes in. */
  readonly isCustomer: boolean;
  /** The orders the command names, each with all that was paid on it so far. */
  readonly accounts: readonly OrderAccount[];
}

/** What a command comes to: events to append, or why not. */
export type PaymentDecision = Result<readonly PaymentEvent[], Refusal>;
