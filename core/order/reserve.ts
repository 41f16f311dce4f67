import type { PlainDate } from '../value/date.ts';
import { add, type Decimal, isZero, zero } from '../value/decimal.ts';
import { no, ok, type Result } from '../value/result.ts';
import type { OrderContext } from './context.ts';
import { heldDemand } from './demand.ts';
import { refusal } from './door.ts';
import { progressOf } from './progress.ts';
import { dateDue } from './promise.ts';
import type { Refusal } from './refusal.ts';
import type { OrderLine, OrderState, Reservation } from './state.ts';
import type { OrderStatus } from './status.ts';
import { promiseStock, type StockPromise } from './stock-promise.ts';
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
  context: StockAndShipments,
  { command, status, today, holdings }: Reserving,
): Result<readonly Reservation[], Refusal> {
  const { reservations, short } = promisedTo(order, context, { today, holdings });
  const [first] = short;
  if (first !== undefined) {
    const { itemCode: item, wanted, available } = first;
    const items = short.map(({ itemCode }) => itemCode).join(', ');
    return no(refusal(command, status, 'stock.short', { item, wanted, available, items }));
  }
  const left = new Map(progressOf(order, context.shipments).map(({ line, shipped }) => [line, shipped]));
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

/** All that is open, but for lines made or bought; of what has all left too: refused at the door it is open, and held, again. */
export function openHoldings(
  order: OrderState,
  { shipments }: Pick<OrderContext, 'shipments'>,
  supplied: readonly number[] = [],
): readonly Holding[] {
  const open = new Map(progressOf(order, shipments).map((each) => [each.line, each.open]));
  return order.lines
    .filter(({ line }) => !supplied.includes(line))
    .map((content) => ({ content, asked: open.get(content.line) ?? zero, due: dateDue(order, content.line) }));
}

type StockAndShipments = Pick<OrderContext, 'shipments' | 'stock'>;

/** What stock can promise of what is asked, beside what the order keeps. */
function promisedTo(
  order: OrderState,
  { stock }: StockAndShipments,
  { today, holdings }: Pick<Reserving, 'today' | 'holdings'>,
): StockPromise {
  const kept = holdings.flatMap(({ content, kept = zero, due }) =>
    isZero(kept) ? [] : [heldDemand(order, content, kept, due)],
  );
  const others = stock.openDemand.filter(({ orderNumber, gone }) => orderNumber !== order.number || gone);
  const lines = holdings.map(wantedLine);
  return promiseStock({ ...order, lines }, { ...stock, openDemand: [...others, ...kept], today });
}

/** Too little of it in time, or goods the stock sheet doesn't keep. */
export const stockDoubts = ['short', 'not-kept'] as const;
export type StockDoubt = (typeof stockDoubts)[number];

/** Lines that stock doesn't answer for: whoever confirms the order says whether they are made or bought for it (row 5). */
export function stockDoubtsOf(
  order: OrderState,
  context: StockAndShipments,
  today: PlainDate,
): ReadonlyMap<number, StockDoubt> {
  const holdings = openHoldings(order, context);
  const { short, unkept } = promisedTo(order, context, { today, holdings });
  return new Map([
    ...unkept.map((line) => [line, 'not-kept'] as const),
    ...short.flatMap(({ lines }) => lines.map((line) => [line, 'short'] as const)),
  ]);
}
