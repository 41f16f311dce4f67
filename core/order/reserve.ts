import type { PlainDate } from '../value/date.ts';
import { add, type Decimal, isZero, zero } from '../value/decimal.ts';
import { no, ok, type Result } from '../value/result.ts';
import type { OrderContext } from './context.ts';
import { heldDemand } from './demand.ts';
import { refusal } from './door.ts';
import { progressOf } from './progress.ts';
import type { Refusal } from './refusal.ts';
import type { OrderLine, OrderState, Reservation } from './state.ts';
import type { OrderStatus } from './status.ts';
import { promiseStock } from './stock-promise.ts';
import type { LifecycleCommand } from './transitions.ts';

/** What one line is to hold of the stock book. */
export interface Holding {
  readonly content: OrderLine;
  /** Held for it already, and not asked about again; absent where nothing ever was. */
  readonly kept?: Decimal;
  /** To be found besides. */
  readonly asked: Decimal;
  /** By the date that counts for it; undefined = now. */
  readonly due: PlainDate | undefined;
}

export interface Reserving {
  readonly command: LifecycleCommand;
  readonly status: OrderStatus;
  readonly today: PlainDate;
  readonly holdings: readonly Holding[];
}

/**
 * Holds goods for what is open of an order: what is kept stays its own, what it held besides is free for it, and only what is
 * asked for is looked for. A reservation is all that was ever held: what has left was taken from it (progress.ts).
 */
export function reserve(
  order: OrderState,
  { shipments, stock }: Pick<OrderContext, 'shipments' | 'stock'>,
  { command, status, today, holdings }: Reserving,
): Result<readonly Reservation[], Refusal> {
  const kept = holdings.flatMap(({ content, kept = zero, due }) =>
    isZero(kept) ? [] : [heldDemand(order, content, kept, due)],
  );
  const others = stock.openDemand.filter(({ orderNumber, gone }) => orderNumber !== order.number || gone);
  const lines = holdings.map(wantedLine);
  const { reservations, short } = promiseStock(
    { ...order, lines },
    { ...stock, openDemand: [...others, ...kept], today },
  );
  const [first] = short;
  if (first !== undefined) {
    const { itemCode: item, wanted, available } = first;
    const items = short.map(({ itemCode }) => itemCode).join(', ');
    return no(refusal(command, status, 'stock.short', { item, wanted, available, items }));
  }
  const left = new Map(progressOf(order, shipments).map(({ line, shipped }) => [line, shipped]));
  return ok(
    holdings.flatMap(({ content: { line, itemCode }, kept, asked }): readonly Reservation[] => {
      const isHeld = kept !== undefined || reservations.some((each) => each.line === line);
      return isHeld ? [{ line, itemCode, quantity: add(add(kept ?? zero, asked), left.get(line) ?? zero) }] : [];
    }),
  );
}

function wantedLine({ content, asked, due }: Holding): OrderLine {
  const { dueDate: _wished, ...line } = content;
  return { ...line, quantity: asked, ...(due !== undefined && { dueDate: due }) };
}
