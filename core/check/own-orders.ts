import { sameText } from '../sheet/text.ts';
import type { CheckContext, OrderInCheck } from './context.ts';
import { customerIdentity } from './customer-index.ts';

/**
 * Orders of this check that are on the server already and hold goods there, each with its number: rows checked again after
 * they were posted must not compete with themselves.
 */
export function ownOrders({ knowledge, orders }: CheckContext): ReadonlyMap<OrderInCheck, string> {
  const holding = new Set(knowledge.openDemand.map(({ orderNumber }) => orderNumber));
  const posted = new Map<string, string>();
  for (const { customerCode, key, number } of knowledge.posted ?? [])
    if (key !== null && holding.has(number)) posted.set(identity(sameText(customerCode), key), number);
  const own = new Map<OrderInCheck, string>();
  for (const order of orders) {
    const customer = customerIdentity(order);
    const { key } = order.parsed;
    const number = customer === null || key === null ? undefined : posted.get(identity(customer, key));
    if (number !== undefined) own.set(order, number);
  }
  return own;
}

const identity = (customer: string, key: string): string => `${customer}\n${sameText(key)}`;
