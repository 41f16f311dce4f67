import { expect, test } from 'vitest';
import type { CheckedEntry } from '../../../core/check/check.ts';
import type { Finding } from '../../../core/check/finding.ts';
import type { BookNeeded } from '../../../core/check/missing-books.ts';
import type { ParsedBatch, ParsedOrder } from '../../../core/sheet/parsed-order.ts';
import type { Client } from '../../../core/wire/client.ts';
import { serverFindings } from '../../../core/wire/server-findings.ts';

const tables = [{ sheet: '订单', headerRow: 0, columns: {} }];
const unchecked = [{ rule: 'margin', codes: [], need: 'costs', lack: 'absent' }] as const;
const entry = (order: ParsedOrder): CheckedEntry => ({ order, checked: null, findings: [], customerCode: null });

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
      return { findings: [], missing: [], turnedAway: [] };
    },
  } as unknown as Client;
  await serverFindings(client, { tables }, { unchecked, orders: orders.map(entry) });
  expect(asked.flat()).toHaveLength(1200);
  for (const customer of new Set(asked.flat().filter((code) => code !== 'even')))
    expect(asked.filter((codes) => codes.includes(customer))).toHaveLength(1);
});

const orderOf = (key: string): ParsedOrder => ({
  key,
  customer: { code: 'C1' },
  lines: [{ table: 0, row: Number(key) }],
});

test('what is too long for the server is not sent: it would turn all of them away', async () => {
  const asked: (string | null)[] = [];
  const client = {
    async call(_: 'check', { body }: { body: ParsedBatch }) {
      asked.push(...body.orders.map(({ key }) => key));
      return { findings: [], missing: [], turnedAway: [] };
    },
  } as unknown as Client;
  const long = { code: 'field.too-long', severity: 'error' } as Finding;
  const orders = [{ ...entry(orderOf('1')), findings: [long] }, entry(orderOf('2'))];
  await serverFindings(client, { tables }, { unchecked, orders });
  expect(asked).toEqual(['2']);
  expect(await serverFindings(client, { tables }, { unchecked, orders: orders.slice(0, 1) })).toBeNull();
});

test('a book that any request lacks is lacking', async () => {
  const answers: (readonly BookNeeded[])[] = [[], ['prices'], ['prices']];
  const client = {
    call: async () => ({ findings: [], missing: answers.shift(), turnedAway: [] }),
  } as unknown as Client;
  const orders = Array.from({ length: 1200 }, (_, index) => entry(orderOf(`${index + 1}`)));
  const answered = await serverFindings(client, { tables }, { unchecked, orders });
  expect(answered?.turnedAway.missing).toEqual(['prices']);
});

test('what is turned away is told by the order itself, whatever request it went in', async () => {
  const error = { code: 'customer.unknown', severity: 'error' } as Finding;
  const client = {
    call: async (_: 'check', { body }: { body: ParsedBatch }) => ({
      findings: [],
      missing: [],
      turnedAway: body.orders.flatMap(({ key }, order) =>
        key === '7' || key === '900' ? [{ order, findings: [error] }] : [],
      ),
    }),
  } as unknown as Client;
  const orders = Array.from({ length: 1200 }, (_, index) =>
    entry({ ...orderOf(`${index + 1}`), customer: { code: `${index % 3}` } }),
  );
  const answered = await serverFindings(client, { tables }, { unchecked, orders });
  expect([...(answered?.turnedAway.orders ?? [])].map(([{ key }]) => key).sort()).toEqual(['7', '900']);
});
