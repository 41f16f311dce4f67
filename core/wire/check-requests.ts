import type { CheckedEntry } from '../check/check.ts';
import type { CheckCode } from '../check/codes.ts';
import { tooLong } from '../check/too-long.ts';
import type { ParsedBatch } from '../sheet/parsed-order.ts';
import { sameText } from '../sheet/text.ts';

/** What the server takes in one request (core/wire/batch.ts, with room for the rest of the body). */
const ordersPerRequest = 500;
const linesPerRequest = 5000;

/** What is too long for the server would have it turn the whole request away; it is said here already. */
export const fits = ({ findings }: Pick<CheckedEntry, 'findings'>): boolean =>
  !findings.some(({ code }) => tooMuch.has(code));
const tooMuch: ReadonlySet<CheckCode> = new Set(tooLong);

/** All orders of one customer go together: what he owes is counted over all of them, as far as one request can hold them. */
export function requestsOf({ tables, orders }: ParsedBatch): readonly ParsedBatch[] {
  const byCustomer = Map.groupBy(orders, ({ customer: { code, name } }) => sameText(code ?? name ?? ''));
  const requests: ParsedBatch['orders'][number][][] = [[]];
  const hasRoomFor = (group: ParsedBatch['orders']): boolean => {
    const pending = [...(requests.at(-1) ?? []), ...group];
    return pending.length <= ordersPerRequest && linesOf(pending) <= linesPerRequest;
  };
  for (const group of byCustomer.values()) {
    if (!hasRoomFor(group)) requests.push([]);
    for (const order of group) {
      if (!hasRoomFor([order])) requests.push([]);
      requests.at(-1)?.push(order);
    }
  }
  return requests.filter(({ length }) => length > 0).map((part) => ({ tables, orders: part }));
}

const linesOf = (orders: ParsedBatch['orders']): number =>
  orders.reduce((lines, order) => lines + order.lines.length, 0);
