import type { Refusal } from '../order/refusal.ts';
import type { OrderAccount } from '../receivable/order-account.ts';
import type { Result } from '../value/result.ts';
import type { PaymentEvent } from './payment.ts';

/** The orders the command names, each with all that was paid on it so far; loaded in the same transaction. */
export interface PaymentContext {
  readonly accounts: readonly OrderAccount[];
}

/** What a command comes to: events to append, or why not. */
export type PaymentDecision = Result<readonly PaymentEvent[], Refusal>;
