import { sameText } from '../../sheet/text.ts';
import { addDays, type PlainDate } from '../../value/date.ts';
import type { OrderInCheck } from '../context.ts';
import { customerIdentity } from '../customer-index.ts';
import type { PostedOrder } from '../knowledge.ts';
import { orderSignature } from '../line-signature.ts';
import { orderPlace } from '../place.ts';
import type { Observation, Rule } from '../rule.ts';

/** Who orders the same again after this long means it: a quarter's standing order. */
const days = 90;

/**
 * An order on the server under another number that has the same lines, not long ago, or the customer's same PO number, however
 * long ago: the same order come again (R47). The same number is the same order, posted again or changed (X4): no finding.
 */
export const postedBefore: Rule = {
  name: 'posted-before',
  codes: ['order.posted-before'],
  scope: 'order',
  needs: ['posted'],
  check({ knowledge: { posted = [] }, orders, today }) {
    const byCustomer = Map.groupBy(posted, ({ customerCode }) => sameText(customerCode));
    return orders.flatMap((order): Observation[] => {
      const others = (byCustomer.get(customerIdentity(order) ?? '') ?? []).filter((other) => !isSame(order, other));
      const found = samePurchase(order, others) ?? sameLines(order, others, today);
      return found ? [observe(order, found)] : [];
    });
  },
};

/** Posted again under its own number, or, where the sheet gives none, with its own lines. */
const isSame = ({ parsed: { key } }: OrderInCheck, other: PostedOrder): boolean =>
  key === null ? other.key === null : other.key !== null && sameText(other.key) === sameText(key);

interface Found {
  readonly earlier: PostedOrder;
  readonly because: 'po' | 'lines';
}

function samePurchase({ parsed: { poNumber } }: OrderInCheck, others: readonly PostedOrder[]): Found | null {
  if (poNumber === undefined) return null;
  const earlier = latest(others.filter((other) => other.poNumber && sameText(other.poNumber) === sameText(poNumber)));
  return earlier ? { earlier, because: 'po' } : null;
}

function sameLines(order: OrderInCheck, others: readonly PostedOrder[], today: PlainDate): Found | null {
  const recent = others.filter(({ postedOn }) => postedOn >= addDays(today, -days));
  const lines = recent.length > 0 ? JSON.stringify(orderSignature(order)) : null;
  const earlier = latest(recent.filter((other) => JSON.stringify(other.lines) === lines));
  return earlier ? { earlier, because: 'lines' } : null;
}

/** The last one: what a person remembers. Numbers rise with time. */
const latest = (orders: readonly PostedOrder[]): PostedOrder | undefined =>
  orders.toSorted((a, b) => (a.number < b.number ? 1 : -1))[0];

const observe = (order: OrderInCheck, { earlier, because }: Found): Observation => ({
  code: 'order.posted-before',
  at: orderPlace(order),
  actual: { kind: 'text', value: (because === 'po' ? order.parsed.poNumber : order.parsed.key) ?? '' },
  data: { number: earlier.number, on: earlier.postedOn, context: because },
});
