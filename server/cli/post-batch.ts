import { randomUUID } from 'node:crypto';
import type { OrderType } from '../../core/order/order-type.ts';
import type { ParsedBatch } from '../../core/sheet/parsed-order.ts';
import type { Client } from '../../core/wire/client.ts';
import type { PostResult } from '../../core/wire/posting-views.ts';
import { type CommonOptions, progress } from './terminal.ts';

/** Orders in one request: small enough for an answer within the second, large enough that 800 orders need few of them. */
const batchSize = 25;

/** Sends the orders a few at a time; the results come in the orders' order. A request's key makes repeating it harmless (X4). */
export async function postBatch(
  client: Client,
  batch: ParsedBatch,
  setting: {
    readonly submit: boolean;
    readonly saveDraft?: boolean;
    readonly type?: OrderType;
    readonly label: string;
    readonly options: CommonOptions;
  },
): Promise<readonly PostResult[]> {
  const bar = progress(batch.orders.length, setting.label, setting.options);
  const results: PostResult[] = [];
  // A total speaks of all rows at once: of a part of them it would say something wrong.
  const { totals: _, ...parts } = batch;
  try {
    for (let from = 0; from < batch.orders.length; from += batchSize) {
      const orders = batch.orders.slice(from, from + batchSize);
      const answer = await client.call('postOrders', {
        body: { ...parts, orders },
        query: {
          submit: setting.submit ? 'true' : 'false',
          ...(setting.saveDraft && { saveDraft: 'true' }),
          ...(setting.type && { type: setting.type }),
        },
        requestKey: randomUUID(),
      });
      results.push(...answer.results);
      for (const _ of orders) bar.step();
    }
  } finally {
    bar.end();
  }
  return results;
}
