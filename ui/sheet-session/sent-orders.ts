import type { ParsedOrder } from '../../core/sheet/parsed-order.ts';
import { fingerprintOf, type OrderInSheet } from './orders-in-sheet.ts';
import type { OrderFate } from './post-in-batches.ts';

/** An order as it was sent, with what became of it. */
export interface SentOrder {
  readonly order: ParsedOrder;
  readonly fate: OrderFate;
  /** It was posted from this workbook; another's rows may have the same numbers. */
  readonly isOwn: boolean;
}
interface Sending {
  readonly orders: readonly OrderInSheet[];
  /** Answered by the last posting. */
  readonly sent: readonly SentOrder[];
}

/** By fingerprint, orders of the sheet that were sent as they stood before: the rows say something else since. */
export function changedSince({ orders, sent }: Sending): ReadonlyMap<string, SentOrder> {
  const answered = new Set(sent.map(({ order }) => fingerprintOf(order)));
  const others = orders.filter(({ fingerprint }) => !answered.has(fingerprint));
  return new Map(
    lost({ orders, sent }).flatMap((each) => {
      const now = each.isOwn ? others.filter((other) => isChanged(other, each.order)) : [];
      const [only, another] = now;
      return only !== undefined && another === undefined ? [[only.fingerprint, each] as const] : [];
    }),
  );
}

/** By fingerprint, what was answered to the orders of the sheet: as they are, or as they were when they were sent. */
export const sentBeside = (sending: Sending): ReadonlyMap<string, SentOrder> => {
  const answers = new Map(sending.sent.map((each) => [fingerprintOf(each.order), each]));
  const same = sending.orders.flatMap(({ fingerprint }) => {
    const answer = answers.get(fingerprint);
    return answer ? [[fingerprint, answer] as const] : [];
  });
  return new Map([...changedSince(sending), ...same]);
};

/** Orders that were sent and stand in no row of this sheet any more, or never did: an earlier workbook's. */
export function notInSheet(sending: Sending): readonly SentOrder[] {
  const changed = new Set(changedSince(sending).values());
  return lost(sending).filter((each) => !changed.has(each));
}

const lost = ({ orders, sent }: Sending): readonly SentOrder[] => {
  const present = new Set(orders.map(({ fingerprint }) => fingerprint));
  return sent.filter(({ order }) => !present.has(fingerprintOf(order)));
};

/** Orders of this workbook that are on their way, or whose number could not be written beside their rows. */
export interface Waiting {
  readonly unsent: readonly ParsedOrder[];
  readonly unplaced: readonly ParsedOrder[];
}

/**
 * Orders without a number beside them, an earlier state of which may be what waits. Those without a name of their own the server
 * tells by what they say, and both would be orders; one with a name it would refuse, as nobody could say yet which it changes.
 */
export function mayBeWaiting(orders: readonly OrderInSheet[], { unsent, unplaced }: Waiting): readonly OrderInSheet[] {
  const present = new Set(orders.map(({ fingerprint }) => fingerprint));
  const isGone = (order: ParsedOrder) => !present.has(fingerprintOf(order));
  const waiting = unsent.filter(isGone);
  const there = unplaced.filter((order) => order.key === null && isGone(order));
  return orders.filter(
    (order) =>
      order.number === null &&
      (waiting.some((each) => isSameOrder(order, each)) || there.some((each) => isChanged(order, each))),
  );
}

const isChanged = (now: OrderInSheet, sent: ParsedOrder): boolean =>
  isSameOrder(now, sent) && (sent.key !== null || shareItem(now.order, sent));

/** Without a name, a customer's next order could be any; one that keeps an item is what was sent, with another quantity or price. */
const shareItem = (a: ParsedOrder, b: ParsedOrder): boolean =>
  a.lines.some((line) =>
    b.lines.some(
      ({ itemCode, itemName }) =>
        (itemCode ?? itemName) !== undefined && itemCode === line.itemCode && itemName === line.itemName,
    ),
  );

/** By what the office calls it and who ordered it; one without a name is any of this customer's that no order number is beside. */
const isSameOrder = ({ order, number }: OrderInSheet, sent: ParsedOrder): boolean =>
  order.key === sent.key &&
  (order.key !== null || number === null) &&
  order.customer.code === sent.customer.code &&
  order.customer.name === sent.customer.name;
