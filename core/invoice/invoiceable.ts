import type { MoneyPolicy } from '../policy/money-policy.ts';
import { owesNothing } from '../receivable/owes-nothing.ts';
import { type Decimal, maximum, sum, zero } from '../value/decimal.ts';
import type { InvoicedOrder } from './decision.ts';

/** How much of an order line may be invoiced in all (R44): what was ordered, or only what left; within a tolerance, more left. */
export function invoiceableOf(
  { order, deliveries }: Pick<InvoicedOrder, 'order' | 'deliveries'>,
  line: number,
  at: MoneyPolicy['invoiceAt'],
): Decimal {
  const ordered = order.lines.find((candidate) => candidate.line === line);
  if (ordered === undefined || owesNothing(order)) return zero;
  if (ordered.shippedDate !== undefined) return ordered.quantity;
  const shipped = sum(
    deliveries
      .flatMap(({ lines }) => lines)
      .filter((shippedLine) => shippedLine.order === order.number && shippedLine.line === line)
      .map(({ quantity }) => quantity),
  );
  return at === 'delivery' ? shipped : maximum(ordered.quantity, shipped);
}
