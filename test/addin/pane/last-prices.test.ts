import { expect, test } from 'vitest';
import { createLastPrices } from '../../../addin/pane/last-price/last-prices.ts';
import { linesInRows } from '../../../addin/pane/last-price/lines-in-rows.ts';
import type { ParsedOrder } from '../../../core/sheet/parsed-order.ts';
import type { Client } from '../../../core/wire/client.ts';
import type { SessionState } from '../../../ui/sheet-session/state.ts';

const orderOf = (key: string | null, count: number): ParsedOrder => ({
  key,
  customer: { code: 'C1' },
  lines: Array.from({ length: count }, (_, row) => ({ table: 0, row, itemCode: `I-${row}` })),
});
const lineOf = (order: ParsedOrder, at: number) => {
  const line = order.lines[at];
  if (!line) throw new Error('no such line');
  return { order, line };
};

/** A server that names the item it was asked about; `broken` says no once. */
function server() {
  const asked: number[] = [];
  const state = { broken: false };
  const call = async (_: string, { body }: { body: { orders: readonly ParsedOrder[] } }) => {
    asked.push(body.orders.flatMap(({ lines }) => lines).length);
    if (state.broken) throw new Error('refused');
    return { prices: body.orders.flatMap(({ lines }) => lines.map(({ itemCode }) => ({ order: itemCode }))) };
  };
  return { asked, state, client: { call } as unknown as Pick<Client, 'call'> };
}

test('one question for all rows of an order, again after a minute', async () => {
  const { asked, client } = server();
  let now = 0;
  const prices = createLastPrices(client, () => now);
  const order = orderOf('1001', 3);
  expect(await prices(lineOf(order, 0), [])).toMatchObject({ order: 'I-0' });
  expect(await prices(lineOf(order, 2), [])).toMatchObject({ order: 'I-2' });
  expect(asked).toEqual([3]);
  now = 61_000;
  await prices(lineOf(order, 1), []);
  expect(asked).toEqual([3, 3]);
});

test('of a whole book without order numbers only the row is sent', async () => {
  const { asked, client } = server();
  const order = orderOf(null, 5000);
  expect(await createLastPrices(client)(lineOf(order, 4321), [])).toMatchObject({ order: 'I-4321' });
  expect(asked).toEqual([1]);
});

test('a refusal is not remembered', async () => {
  const { asked, state, client } = server();
  const prices = createLastPrices(client);
  const line = lineOf(orderOf('1001', 1), 0);
  state.broken = true;
  await expect(prices(line, [])).rejects.toThrow('refused');
  state.broken = false;
  expect(await prices(line, [])).toMatchObject({ order: 'I-0' });
  expect(asked).toHaveLength(2);
});

test('the order rows among the selected ones, before anything is checked; hidden ones were not meant', () => {
  const [first, second] = [orderOf('1001', 2), orderOf('1002', 4)];
  const state = {
    step: 'found',
    found: {
      batch: { tables: [{ sheet: '订单' }], orders: [first, { ...second, lines: second.lines.slice(2) }] },
      rows: [{ hidden: new Set([2]) }],
    },
  } as never as SessionState;
  const rows = (sheet: string) =>
    linesInRows(state, { sheet, spans: [{ from: 1, to: 3 }] }).map(({ line }) => line.row);
  expect(rows('订单')).toEqual([1, 3]);
  expect(rows('备忘')).toEqual([]);
});
