import type { PlainDate } from '../value/date.ts';
import { add, zero } from '../value/decimal.ts';
import { no, ok, type Result } from '../value/result.ts';
import type { OrderContext } from './context.ts';
import { refusal } from './door.ts';
import { progressOf } from './progress.ts';
import type { Refusal } from './refusal.ts';
import type { OrderState, Reservation } from './state.ts';
import type { OrderStatus } from './status.ts';
import { promiseStock } from './stock-promise.ts';
import type { LifecycleCommand } from './transitions.ts';

export interface Reserving {
  readonly command: LifecycleCommand;
  readonly status: OrderStatus;
  readonly today: PlainDate;
  /** Lines that are made or bought for the order: they hold nothing of the stock book. */
  readonly supplied: readonly number[];
}

/**
 * Holds goods for what is open of the order, as if it held nothing yet: what it held before is free for it, what left since
 * the goods were counted is gone. A reservation is all that was ever held: what has left was taken from it (progress.ts).
 */
export function reserve(
  order: OrderState,
  { shipments, stock }: Pick<OrderContext, 'shipments' | 'stock'>,
  { command, status, today, supplied }: Reserving,
): Result<readonly Reservation[], Refusal> {
  const progress = new Map(progressOf(order, shipments).map((line) => [line.line, line]));
  const lines = order.lines.flatMap((line) => {
    const open = progress.get(line.line)?.open ?? zero;
    // Also of what has all left: refused at the door it is open, and held, again.
    return supplied.includes(line.line) ? [] : [{ ...line, quantity: open }];
  });
  const openDemand = stock.openDemand.filter(({ orderNumber, gone }) => orderNumber !== order.number || gone);
  const { reservations, short } = promiseStock({ ...order, lines }, { ...stock, openDemand, today });
  const [first] = short;
  if (first !== undefined) {
    const { itemCode: item, wanted, available } = first;
    const items = short.map(({ itemCode }) => itemCode).join(', ');
    return no(refusal(command, status, 'stock.short', { item, wanted, available, items }));
  }
  const left = (line: number) => progress.get(line)?.shipped ?? zero;
  return ok(reservations.map((each) => ({ ...each, quantity: add(each.quantity, left(each.line)) })));
}
