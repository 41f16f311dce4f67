import type { Size, Standing } from '../stock/priority.ts';
import { add, type Decimal, zero } from '../value/decimal.ts';
import type { CheckContext, LineInCheck, OrderInCheck } from './context.ts';
import { placeInQueue } from './place-in-queue.ts';
import { specialWish } from './special-wish.ts';

/**
 * What a row says for who comes first (R23, R66). Nothing has been promised to it yet, and it has waited for nothing: the server
 * doesn't know it, and an order date that anybody can type would take him before all others.
 */
export function standings({ policy }: CheckContext): (line: LineInCheck) => Standing {
  const sizes = new Map<OrderInCheck, Size>();
  const sizeKnown = (order: OrderInCheck): Size => {
    const size = sizes.get(order) ?? sizeOf(order);
    sizes.set(order, size);
    return size;
  };
  return ({ order, item, parsed: { dueDate } }) => ({
    dueDate,
    customerClass: order.customer.kind === 'found' ? order.customer.entry.customerClass : undefined,
    place: placeInQueue(order.parsed.priority),
    workDays: (item.kind === 'found' ? item.entry.leadTimeDays : undefined) ?? policy.leadTimeDays ?? undefined,
    size: sizeKnown(order),
  });
}

const sizeOf = ({ lines }: OrderInCheck): Size => ({
  parts: lines.length + lines.filter(({ parsed }) => specialWish(parsed) !== undefined).length,
  amount: lines.reduce<Decimal | null>(
    (total, { amount }) => (total === null || amount === null ? null : add(total, amount)),
    zero,
  ),
});
