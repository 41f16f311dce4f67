import { sameText } from '../sheet/text.ts';
import type { LineInCheck } from './context.ts';
import { customerIdentity } from './customer-index.ts';
import { itemIdentity } from './item-index.ts';
import type { PastDeal } from './knowledge.ts';

const indexes = new WeakMap<readonly PastDeal[], ReadonlyMap<string, PastDeal>>();

/** What the row's customer bought of its item before (R6, R16); undefined = nothing. */
export function pastDealOf(line: LineInCheck, deals: readonly PastDeal[]): PastDeal | undefined {
  const [customer, item] = [customerIdentity(line.order), itemIdentity(line)];
  return customer === null || item === undefined ? undefined : indexOf(deals).get(keyOf(customer, item));
}

function indexOf(deals: readonly PastDeal[]): ReadonlyMap<string, PastDeal> {
  const known = indexes.get(deals);
  if (known) return known;
  const index = new Map(deals.map((deal) => [keyOf(deal.customerCode, deal.itemCode), deal]));
  indexes.set(deals, index);
  return index;
}

const keyOf = (customer: string, item: string): string => JSON.stringify([sameText(customer), sameText(item)]);
