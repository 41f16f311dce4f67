import type { Knowledge, OpenAmount, PastDeal, PostedOrder } from '../check/knowledge.ts';
import { lineSignature } from '../check/line-signature.ts';
import { addDays, dateIn, type PlainDate } from '../value/date.ts';
import { add, type Decimal, isZero, maximum, multiply, round, subtract, zero } from '../value/decimal.ts';
import type { Approved, OrderLine, OrderState } from './state.ts';

/** What customers' orders tell the checks: prices agreed before, money still open, and which orders are here already. */
export type CustomerHistory = Required<Pick<Knowledge, 'pastDeals' | 'openAmounts' | 'posted'>>;

export interface HistoryDay {
  readonly today: PlainDate;
  /** IANA name; a moment belongs to the company's own day. */
  readonly timeZone: string;
}

/**
 * History out of orders (R6, R16, R19). Orders that were void or cancelled never were deals; what isn't confirmed yet is
 * open money and may be posted twice, but is no deal. Neither is what was given free: the price paid beside it holds.
 */
export function customerHistory(orders: readonly OrderState[], { today, timeZone }: HistoryDay): CustomerHistory {
  const standing = orders.filter(({ status }) => !neverDeals.has(status));
  const dated = standing.map((order) => ({ order, on: order.orderDate ?? dateIn(order.posted.at, timeZone) }));
  return {
    pastDeals: pastDealsOf(dated, addDays(today, -365)),
    openAmounts: openAmountsOf(standing),
    posted: standing.map((order) => postedOrderOf(order, dateIn(order.posted.at, timeZone))),
  };
}

/** Nor do rows that were saved with errors order anything. */
const neverDeals: ReadonlySet<OrderState['status']> = new Set(['void', 'cancelled', 'faulty']);

interface DatedOrder {
  readonly order: OrderState;
  readonly on: PlainDate;
}

/** Whether the order was ever approved; one that was cancelled since still was. */
export const isConfirmed = (order: OrderState): order is OrderState & Approved =>
  'approved' in order && order.approved !== undefined;
const isOpen = ({ status }: OrderState): boolean => status !== 'closed' && status !== 'archived';

/** Oldest first, so that the last one of each customer and item stands at the end. */
function pastDealsOf(orders: readonly DatedOrder[], sinceYear: PlainDate): readonly PastDeal[] {
  const deals = new Map<string, PastDeal>();
  const confirmed = orders.filter(({ order }) => isConfirmed(order)).toSorted(byDate);
  for (const { order, on } of confirmed)
    for (const line of order.lines.filter((line) => !isZero(netPrice(line)))) {
      const customerCode = order.customer.code;
      const key = JSON.stringify([customerCode, line.itemCode]);
      const before = deals.get(key);
      const largestQuantity = on < sinceYear ? before?.largestQuantity : larger(before?.largestQuantity, line.quantity);
      deals.set(key, {
        customerCode,
        itemCode: line.itemCode,
        lastPrice: netPrice(line),
        currency: order.currency,
        lastOn: on,
        lastOrder: order.number,
        lastQuantity: line.quantity,
        ...(largestQuantity !== undefined && { largestQuantity }),
        deals: (before?.deals ?? 0) + 1,
      });
    }
  return [...deals.values()];
}

const byDate = (a: DatedOrder, b: DatedOrder): number =>
  a.on < b.on ? -1 : a.on > b.on ? 1 : a.order.number < b.order.number ? -1 : 1;

const larger = (known: Decimal | undefined, quantity: Decimal): Decimal =>
  known === undefined ? quantity : maximum(known, quantity);

const netPrice = ({ unitPrice, discount = zero }: OrderLine): Decimal =>
  round(multiply(unitPrice, subtract('1' as Decimal, discount)), 4);

/** By customer and currency: amounts of two currencies are never added. */
function openAmountsOf(orders: readonly OrderState[]): readonly OpenAmount[] {
  const confirmed = new Map<string, number>();
  const open = new Map<string, OpenAmount>();
  for (const order of orders) {
    const { customer, currency, total } = order;
    if (isConfirmed(order)) confirmed.set(customer.code, (confirmed.get(customer.code) ?? 0) + 1);
    const key = JSON.stringify([customer.code, currency]);
    const amount = add(open.get(key)?.amount ?? zero, isOpen(order) ? total : zero);
    open.set(key, { customerCode: customer.code, amount, currency, confirmedOrders: 0 });
  }
  return [...open.values()].map((one) => ({ ...one, confirmedOrders: confirmed.get(one.customerCode) ?? 0 }));
}

const postedOrderOf = (order: OrderState, postedOn: PlainDate): PostedOrder => ({
  number: order.number,
  key: order.key,
  ...(order.poNumber !== undefined && { poNumber: order.poNumber }),
  customerCode: order.customer.code,
  postedOn,
  lines: order.lines.map(({ itemCode, ...line }) => lineSignature({ item: itemCode, ...line })).sort(),
});
