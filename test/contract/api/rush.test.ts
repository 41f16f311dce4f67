import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { add, type Decimal, zero } from '../../../core/value/decimal.ts';
import type { Client } from '../../../core/wire/client.ts';
import type { OrderCommandRequest } from '../../../core/wire/commands.ts';
import type { OrderView } from '../../../core/wire/order-views.ts';
import { type Office, openOffice } from './office.ts';
import { newKey, post, postOne, recheck, rows } from './rows.ts';
import { pay } from './settle.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const command = (client: Client, number: string, body: OrderCommandRequest): Promise<OrderView> =>
  client.call('commandOrder', { params: { number }, body, requestKey: newKey() });

/** Why a request came to nothing: the code of its refusal; null = it came to something. */
const codesOf = (answers: readonly PromiseSettledResult<unknown>[]): (string | null)[] =>
  answers.map((answer) => (answer.status === 'fulfilled' ? null : answer.reason.problem.code));

const sum = (quantities: readonly Decimal[]): Decimal => quantities.reduce(add, zero);

test('two hundred want one each of a hundred, at once: a hundred get it, a hundred are told it is short', async () => {
  const keys = Array.from({ length: 200 }, (_, index) => ({ key: `RUSH-${index}`, quantity: '1' }));
  const posted = await post(await office.as('sales'), rows(...keys));
  const numbers = posted.flatMap((result) => (result.outcome === 'posted' ? [result.number] : []));
  expect(numbers).toHaveLength(200);

  const head = await office.as('order-desk-head');
  const answers = await Promise.allSettled(numbers.map((number) => command(head, number, { type: 'approve-order' })));
  const codes = codesOf(answers);
  expect(codes.filter((code) => code === null)).toHaveLength(100);
  expect(codes.filter((code) => code === 'stock.short')).toHaveLength(100);

  // What the office holds afterwards: no more than there was, and whoever lost holds nothing and is still in review.
  const views = await Promise.all(numbers.map((number) => head.call('order', { params: { number } })));
  const held = sum(views.flatMap(({ lines }) => lines.map(({ reserved }) => reserved)));
  expect(held).toBe('100');
  expect(views.map(({ status }) => status)).toEqual(codes.map((code) => (code === null ? 'to-confirm' : 'in-review')));

  // One gives its piece back: exactly one of the others can have it.
  const won = numbers[codes.indexOf(null)] ?? '';
  await command(await office.as('sales-manager'), won, { type: 'cancel-order', reason: '客户取消' });
  const lost = numbers.filter((_, index) => codes[index] !== null);
  const again = await Promise.allSettled(lost.map((number) => command(head, number, { type: 'approve-order' })));
  expect(codesOf(again).filter((code) => code === null)).toHaveLength(1);
});

test('two ship the same remainder at once: one does, and nothing leaves twice', async () => {
  const sales = await office.as('sales');
  const number = await postOne(sales, { key: 'REST', item: 'B-08', price: '0.85', quantity: '1000' });
  const desk = await office.as('order-desk');
  await command(await office.as('order-desk-head'), number, { type: 'approve-order' });
  await command(desk, number, { type: 'issue-letter' });
  await command(desk, number, { type: 'record-countersign', on: '2026-11-21' as never });
  await pay(office, number);
  const shipper = await office.as('shipper');
  const ship = (quantity: string) =>
    shipper.call('ship', { body: { lines: [{ order: number, line: 1, quantity }], recheck }, requestKey: newKey() });
  await ship('400');

  const answers = await Promise.allSettled([ship('600'), ship('600')]);
  expect(codesOf(answers).sort()).toEqual(['order.wrong-status', null].sort());
  const { status, lines, shipments } = await shipper.call('order', { params: { number } });
  expect([status, lines[0]?.shipped, lines[0]?.open]).toEqual(['shipped', '1000', '0']);
  expect(shipments).toHaveLength(2);
});

test('ten ship parts of one remainder at once: together never more than it', async () => {
  const number = await postOne(await office.as('sales'), {
    key: 'PARTS',
    item: 'B-08',
    price: '0.85',
    quantity: '1000',
  });
  const desk = await office.as('order-desk');
  await command(await office.as('order-desk-head'), number, { type: 'approve-order' });
  await command(desk, number, { type: 'issue-letter' });
  await command(desk, number, { type: 'record-countersign', on: '2026-11-21' as never });
  await pay(office, number);
  const shipper = await office.as('shipper');
  const body = { lines: [{ order: number, line: 1, quantity: '300' }], recheck };
  const tries = Array.from({ length: 10 }, () => shipper.call('ship', { body, requestKey: newKey() }));
  const codes = codesOf(await Promise.allSettled(tries));
  expect(codes.filter((code) => code === null)).toHaveLength(3);
  expect(codes.filter((code) => code === 'shipment.exceeds-open')).toHaveLength(7);
  const { lines, shipments } = await shipper.call('order', { params: { number } });
  const left = sum(shipments.flatMap((shipment) => shipment.lines.map(({ quantity }) => quantity)));
  expect([left, lines[0]?.open]).toEqual(['900', '100']);
});

test('a stock sheet published while somebody looks for the goods to lock makes nobody try again himself', async () => {
  const number = await postOne(await office.as('sales'), { key: 'SHEET', item: 'B-08', price: '0.85', quantity: '1' });
  const head = await office.as('order-desk-head');
  const { read } = office.companies.get('hengxin')?.store ?? {};
  if (!read) throw new Error('the office has no store');
  const now = await read.books();
  const books = vi.spyOn(read, 'books').mockResolvedValueOnce({ ...now, stock: null });
  const { status } = await command(head, number, { type: 'approve-order' });
  expect(status).toBe('to-confirm');
  expect(books.mock.calls.length).toBeGreaterThan(1);
});
