import type { OrderNumber, Stamp } from '../order/state.ts';
import type { PlainDate } from '../value/date.ts';
import type { Decimal } from '../value/decimal.ts';

/** "PAY-202611-00007": a series of its own. */
export type PaymentNumber = string & { readonly paymentNumber: true };

/** What the customer paid it for. Earnest money 定金 has its own legal effect and is never called prepayment 预付款. */
export const paymentKinds = [
  'prepayment', // 预付款
  'earnest-money', // 定金
  'balance', // 余款
  'monthly-settlement', // 月结
  'cash-on-delivery', // 货到付款
] as const;
export type PaymentKind = (typeof paymentKinds)[number];

/** What it was paid with; a bill of acceptance 承兑汇票 becomes money on the day it falls due. */
export type PaymentMeans =
  | { readonly by: 'transfer' | 'cash' | 'cheque' | 'online' }
  | { readonly by: 'bill-of-acceptance'; readonly bill: string; readonly dueOn: PlainDate };

/**
 * Money received from a customer. A record of its own: it is allocated 核销 over several of his orders, and what is free
 * stays his prepayment. Always: amount = allocated + free + refunded + reversed.
 */
export interface Payment {
  readonly number: PaymentNumber;
  readonly customerCode: string;
  readonly kind: PaymentKind;
  readonly means: PaymentMeans;
  /** Above 0, at most two decimals. */
  readonly amount: Decimal;
  /** ISO 4217; only orders in it can be paid. */
  readonly currency: string;
  readonly receivedOn: PlainDate;
  /** The bank's or the customer's own text. */
  readonly reference?: string;
  readonly recorded: Stamp;
  /** One entry an order, each above 0, in the order they were first made. */
  readonly allocations: readonly Allocation[];
  readonly refunds: readonly (Stamp & Refund)[];
  /** The money never came, or was entered wrongly: nothing of it counts. */
  readonly reversed?: Stamp & Reversal;
}

/** What of a payment goes to an order. */
export interface Allocation {
  readonly order: OrderNumber;
  readonly amount: Decimal;
}
export interface Refund {
  readonly amount: Decimal;
  readonly on: PlainDate;
}
export interface Reversal {
  readonly on: PlainDate;
  /** The bank took it back (a bill or cheque dishonoured), or it never was. */
  readonly cause: 'bounced' | 'entered-wrongly';
}

/** What happened to a payment, in the past tense. Allocations are what was added or taken back, not what stands. */
export type PaymentEvent =
  | ({
      readonly type: 'payment-received';
      readonly payment: Omit<Payment, 'recorded' | 'allocations' | 'refunds' | 'reversed'>;
    } & Stamp)
  | ({ readonly type: 'payment-allocated'; readonly allocations: readonly Allocation[] } & Stamp)
  | ({ readonly type: 'allocation-released'; readonly allocations: readonly Allocation[] } & Stamp)
  | ({ readonly type: 'payment-refunded' } & Refund & Stamp)
  | ({ readonly type: 'payment-reversed' } & Reversal & Stamp);
