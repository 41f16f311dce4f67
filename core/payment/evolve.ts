import { stampOf } from '../order/stamp.ts';
import { isNegative, isZero, negate } from '../value/decimal.ts';
import { unreachable } from '../value/result.ts';
import { amountsOf, perOrder } from './amounts.ts';
import type { Allocation, Payment, PaymentEvent } from './payment.ts';

/** The payment after one more event; null = before the first. An event that can't follow is a broken invariant and throws. */
export function evolvePayment(payment: Payment | null, event: PaymentEvent): Payment {
  if (event.type === 'payment-received') {
    if (payment !== null) throw new Error(`payment ${payment.number} was received twice`);
    return { ...event.payment, recorded: stampOf(event), allocations: [], refunds: [] };
  }
  if (payment === null || payment.reversed !== undefined)
    throw new Error(`payment ${payment?.number ?? '(none)'}: ${event.type} can't follow`);
  return conserved(after(payment, event));
}

function after(payment: Payment, event: Exclude<PaymentEvent, { readonly type: 'payment-received' }>): Payment {
  switch (event.type) {
    case 'payment-allocated':
      return { ...payment, allocations: changed(payment, event.allocations) };
    case 'allocation-released': {
      const taken = event.allocations.map(({ order, amount }) => ({ order, amount: negate(amount) }));
      return { ...payment, allocations: changed(payment, taken) };
    }
    case 'payment-refunded': {
      const refund = { ...stampOf(event), amount: event.amount, on: event.on };
      return { ...payment, refunds: [...payment.refunds, refund] };
    }
    case 'payment-reversed': {
      const reversed = { ...stampOf(event), on: event.on, cause: event.cause };
      return { ...payment, allocations: [], reversed };
    }
    default:
      return unreachable(event);
  }
}

/** What stands after a change; an order that gets nothing any more isn't named. */
const changed = ({ allocations }: Payment, changes: readonly Allocation[]): readonly Allocation[] =>
  perOrder([...allocations, ...changes]).filter(({ amount }) => !isZero(amount));

/** Nothing is given twice and nothing below zero. */
function conserved(payment: Payment): Payment {
  const { free, reversed } = amountsOf(payment);
  if ([free, reversed, ...payment.allocations.map(({ amount }) => amount)].some(isNegative))
    throw new Error(`payment ${payment.number} gives more than it has`);
  return payment;
}

/** The payment its events tell of. An empty stream is a broken invariant. */
export function replayPayment(events: readonly PaymentEvent[]): Payment {
  const payment = events.reduce<Payment | null>(evolvePayment, null);
  if (payment === null) throw new Error('a payment without events');
  return payment;
}
