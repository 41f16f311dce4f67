import { sameText } from '../sheet/text.ts';
import type { CheckContext, OrderInCheck } from './context.ts';
import { customerIdentity } from './customer-index.ts';

/**
 * Orders of this check that are on the server already and hold goods there, each with its number: rows checked again after
 * they were posted must not compete with themselves. Without a number of their own they can't be told from others'.
 */
export function ownOrders({ knowledge, orders }: CheckContext): ReadonlyMap<OrderInCheck, string> {
  const holding = new Map<string, string>();
  for (const { orderNumber, postedAs } of knowledge.openDemand)
    if (postedAs) holding.set(identity(sameText(postedAs.customerCode), postedAs.key), orderNumber);
  const own = new Map<OrderInCheck, string>();
  for (const order of orders) {
    const customer = customerIdentity(order);
    const { key } = order.parsed;
    const number = customer === null || key === null ? undefined : holding.get(identity(customer, key));
    if (number !== undefined) own.set(order, number);
  }
  return own;
}

const identity = (customer: string, key: string): string => `${customer}\n${sameText(key)}`;
