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
    const known = knownOrders(posted, addDays(today, -days));
    return orders.flatMap((order): Observation[] => {
      const found = samePurchase(order, known) ?? sameLines(order, known);
      return found ? [observe(order, found)] : [];
    });
  },
};

/** Posted orders by customer and what may come again: a busy customer has thousands, and as many rows to check. */
interface KnownOrders {
  readonly byPurchase: ReadonlyMap<string, readonly PostedOrder[]>;
  /** Of the last days only. */
  readonly byLines: ReadonlyMap<string, readonly PostedOrder[]>;
}

const knownOrders = (posted: readonly PostedOrder[], since: PlainDate): KnownOrders => ({
  byPurchase: Map.groupBy(
    posted.filter(({ poNumber }) => poNumber),
    ({ customerCode, poNumber = '' }) => keyOf(customerCode, sameText(poNumber)),
  ),
  byLines: Map.groupBy(
    posted.filter(({ postedOn }) => postedOn >= since),
    ({ customerCode, lines }) => keyOf(customerCode, lines),
  ),
});

const keyOf = (customer: string, content: string | readonly string[] | null): string =>
  JSON.stringify([sameText(customer), content]);

/** Posted again under its own number, or, where the sheet gives none, with its own lines. */
const isSame = ({ parsed: { key } }: OrderInCheck, other: PostedOrder): boolean =>
  key === null ? other.key === null : other.key !== null && sameText(other.key) === sameText(key);

interface Found {
  readonly earlier: PostedOrder;
  readonly because: 'po' | 'lines';
}

function samePurchase(order: OrderInCheck, { byPurchase }: KnownOrders): Found | null {
  const { poNumber } = order.parsed;
  if (poNumber === undefined) return null;
  const earlier = latestOther(order, byPurchase, sameText(poNumber));
  return earlier ? { earlier, because: 'po' } : null;
}

function sameLines(order: OrderInCheck, { byLines }: KnownOrders): Found | null {
  const earlier = latestOther(order, byLines, orderSignature(order));
  return earlier ? { earlier, because: 'lines' } : null;
}

/** The last one: what a person remembers. Numbers rise with time. */
function latestOther(
  order: OrderInCheck,
  known: ReadonlyMap<string, readonly PostedOrder[]>,
  content: string | readonly string[] | null,
): PostedOrder | undefined {
  const same = known.get(keyOf(customerIdentity(order) ?? '', content)) ?? [];
  return same.filter((other) => !isSame(order, other)).sort((a, b) => (a.number < b.number ? 1 : -1))[0];
}

const observe = (order: OrderInCheck, { earlier, because }: Found): Observation => ({
  code: 'order.posted-before',
  at: orderPlace(order),
  actual: { kind: 'text', value: (because === 'po' ? order.parsed.poNumber : order.parsed.key) ?? '' },
  data: { number: earlier.number, on: earlier.postedOn, context: because },
});
