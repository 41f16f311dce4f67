import { expect, test } from 'vitest';
import type { ParsedBatch } from '../../../core/sheet/parsed-order.ts';
import type { Client } from '../../../core/wire/client.ts';
import { serverFindings } from '../../../core/wire/server-findings.ts';

test('many orders go in several requests, those of one customer together', async () => {
  const orders = Array.from({ length: 1200 }, (_, index) => ({
    key: `${index}`,
    customer: { code: index % 2 === 0 ? 'even' : `${index % 400}` },
    lines: [{ table: 0, row: index + 1 }],
  }));
  const asked: (string | undefined)[][] = [];
  const client = {
    async call(_: 'check', { body }: { body: ParsedBatch }) {
      asked.push(body.orders.map(({ customer }) => customer.code));
      return { findings: [] };
    },
  } as unknown as Client;
  const unchecked = [{ rule: 'margin', codes: [], need: 'costs', lack: 'absent' }] as const;
  await serverFindings(client, { tables: [{ sheet: '订单', headerRow: 0, columns: {} }], orders }, { unchecked });
  expect(asked.flat()).toHaveLength(1200);
  for (const customer of new Set(asked.flat().filter((code) => code !== 'even')))
    expect(asked.filter((codes) => codes.includes(customer))).toHaveLength(1);
});
