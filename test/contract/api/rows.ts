import type { z } from 'zod';
import { recheckPoints } from '../../../core/shipment/recheck.ts';
import type { batch } from '../../../core/wire/batch.ts';
import type { Client } from '../../../core/wire/client.ts';
import type { PostResult } from '../../../core/wire/posting-views.ts';

export type Batch = z.input<typeof batch>;
export interface Row {
  readonly key: string;
  readonly item?: string;
  readonly quantity?: string;
  readonly price?: string;
  readonly customer?: string;
  readonly due?: string;
}

/** Sheet rows as the pane posts them, one order per key. */
export function rows(...given: readonly Row[]): Batch {
  const byKey = Map.groupBy(given, ({ key }) => key);
  let row = 0;
  return {
    tables: [
      {
        sheet: '订单',
        headerRow: 0,
        columns: { orderKey: 0, customerName: 1, itemCode: 2, quantity: 3, unitPrice: 4, dueDate: 5 },
      },
    ],
    orders: [...byKey].map(([key, lines]) => ({
      key,
      customer: { name: lines[0]?.customer ?? '华东精密机械有限公司' },
      lines: lines.map(({ item = 'F-50', quantity = '10', price = '12.5', due = '2026-12-01' }) => {
        row += 1;
        return { table: 0, row, itemCode: item, quantity, unitPrice: price, dueDate: due };
      }),
    })),
  };
}

let attempts = 0;
export const newKey = (): string => `attempt-${++attempts}`;

/** Posts for review and answers what became of each order. */
export async function post(client: Client, body: Batch, requestKey = newKey()): Promise<readonly PostResult[]> {
  return (await client.call('postOrders', { body, query: { submit: 'true' }, requestKey })).results;
}

/** Posts one order that has nothing wrong, and answers its number. */
export async function postOne(client: Client, row: Row): Promise<string> {
  const [result] = await post(client, rows(row));
  if (result?.outcome !== 'posted') throw new Error(`not posted: ${JSON.stringify(result)}`);
  return result.number;
}

/** Goods are looked at once more by a colleague of the shipper before they leave. */
export const recheck = { by: 'warehouse', confirmed: [...recheckPoints] };
