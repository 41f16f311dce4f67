import { deliveredLines } from '../shipment/delivered-lines.ts';
import type { PlainDate } from '../value/date.ts';
import { add, compare, type Decimal, divide, isZero, multiply, round, subtract, sum, zero } from '../value/decimal.ts';
import { openingParts } from './left-before.ts';
import type { Delivery, OrderAccount, PayableOrder } from './order-account.ts';
import { owesNothing } from './owes-nothing.ts';

/** What left of one order on one day, and what it is worth. */
export interface DeliveredValue {
  /** Shipment number; null = what was still unpaid of goods that had left before the order was entered. */
  readonly shipment: string | null;
  readonly shippedOn: PlainDate;
  /** The day the customer signed for them. */
  readonly receivedOn: PlainDate | null;
  readonly amount: Decimal;
}

/**
 * What left of the order and is to be paid, by date: of what had left before it was entered the opening receivable. A part of a line is worth its part of the line's amount; parts are rounded as they add up,
 * so that a line shipped whole is worth its amount to the cent, in however many parts.
 */
export function deliveredValues({
  order,
  deliveries,
  opening,
}: Pick<OrderAccount, 'order' | 'deliveries' | 'opening'>): readonly DeliveredValue[] {
  if (owesNothing(order)) return [];
  const shipped = new Map<number, Decimal>();
  const values = deliveries
    .filter(({ lines }) => lines.some((line) => line.order === order.number))
    .toSorted(byDate)
    .map((delivery) => ({
      shipment: delivery.number,
      shippedOn: delivery.shippedOn,
      receivedOn: delivery.received?.on ?? null,
      amount: sum(
        deliveredLines(delivery).map((line) => (line.order === order.number ? worthOf(line, order, shipped) : zero)),
      ),
    }));
  return [...leftBefore({ order, ...(opening && { opening }) }), ...values].toSorted((a, b) =>
    compareText(a.shippedOn, b.shippedOn),
  );
}

/** The value of everything that left. */
export const deliveredTotal = (account: Pick<OrderAccount, 'order' | 'deliveries' | 'opening'>): Decimal =>
  sum(deliveredValues(account).map(({ amount }) => amount));

/** What so much of a line is worth, to the cent; the whole line is worth its amount, more than it accordingly more. */
export function valueUpTo(line: { readonly quantity: Decimal; readonly amount: Decimal }, quantity: Decimal): Decimal {
  if (compare(quantity, line.quantity) === 0) return line.amount;
  return isZero(line.quantity) ? zero : round(divide(multiply(line.amount, quantity), line.quantity), 2);
}

/** The value of one shipped line, given what left of it before; remembers it in `shipped`. */
function worthOf(line: Delivery['lines'][number], order: PayableOrder, shipped: Map<number, Decimal>): Decimal {
  const ordered = order.lines.find((candidate) => candidate.line === line.line);
  if (ordered === undefined) return zero;
  const before = shipped.get(line.line) ?? zero;
  const after = add(before, line.quantity);
  shipped.set(line.line, after);
  return subtract(valueUpTo(ordered, after), valueUpTo(ordered, before));
}

const leftBefore = (account: Pick<OrderAccount, 'order' | 'opening'>): readonly DeliveredValue[] =>
  openingParts(account).map(({ shippedOn, open }) => ({
    shipment: null,
    shippedOn,
    receivedOn: shippedOn,
    amount: open,
  }));

const byDate = (a: Delivery, b: Delivery): number =>
  compareText(a.shippedOn, b.shippedOn) || compareText(a.number, b.number);
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
