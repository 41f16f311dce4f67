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
      const now = each.isOwn ? others.filter(({ order }) => isSameOrder(order, each.order)) : [];
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

/** By what the office calls it; one without a number could be any. */
const isSameOrder = (a: ParsedOrder, b: ParsedOrder): boolean =>
  a.key !== null && a.key === b.key && a.customer.code === b.customer.code && a.customer.name === b.customer.name;
