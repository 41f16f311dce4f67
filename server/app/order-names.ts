import { contentText } from '../../core/order/content-hash.ts';
import { orderKey } from '../../core/order/order-key.ts';
import type { ParsedOrder } from '../../core/sheet/parsed-order.ts';
import type { Company } from './company.ts';

/** What an order is known by when its rows come again, and what they say (X4). */
export interface OrderNames {
  readonly orderKey: string;
  readonly contentHash: string;
}

/** @param customerCode as the customer book writes it */
export function orderNames(company: Company, order: ParsedOrder, customerCode: string): OrderNames {
  const contentHash = company.secrets.hash(contentText(order));
  return { contentHash, orderKey: orderKey({ book: company.id, customerCode, key: order.key, contentHash }) };
}
