import type { CommandMeta } from '../order/command.ts';
import type { OrderNumber } from '../order/state.ts';
import type { Allocation, Payment, PaymentNumber, Refund, Reversal } from './payment.ts';

/** What somebody wants done with a payment, in the imperative. */
export type PaymentCommand = CommandMeta &
  (
    | ({
        readonly type: 'receive-payment';
        /** The next of its series. */
        readonly number: PaymentNumber;
        /** The orders it is for, as far as known; the rest stays prepayment. */
        readonly allocations: readonly Allocation[];
      } & Pick<Payment, 'customerCode' | 'kind' | 'means' | 'amount' | 'currency' | 'receivedOn' | 'reference'>)
    /** More of the payment goes to these orders. */
    | { readonly type: 'allocate-payment'; readonly allocations: readonly Allocation[] }
    /** Less of the payment goes to these orders; it is free again. */
    | { readonly type: 'release-allocation'; readonly allocations: readonly Allocation[] }
    /** From one order to others, all or nothing. */
    | { readonly type: 'move-allocation'; readonly from: OrderNumber; readonly allocations: readonly Allocation[] }
    | ({ readonly type: 'refund-payment' } & Refund)
    | ({ readonly type: 'reverse-payment' } & Reversal)
  );
export type PaymentCommandType = PaymentCommand['type'];
export type PaymentCommandOf<Type extends PaymentCommandType> = Extract<PaymentCommand, { readonly type: Type }>;
