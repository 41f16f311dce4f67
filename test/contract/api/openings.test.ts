import { afterEach, beforeEach, expect, test } from 'vitest';
import { refused } from './refused.ts';
import { newKey, rows } from './rows.ts';
import { classB, Till } from './till.ts';

let till: Till;
beforeEach(async () => {
  till = await Till.open();
});
afterEach(() => till.close());

/** An order of which ten pieces at 12.5 had left in September, and ten are still to go. */
async function halfGone(key: string): Promise<string> {
  const batch = rows({ key, due: '2026-09-01' }, { key });
  const [gone] = batch.orders[0]?.lines ?? [];
  if (gone === undefined) throw new Error('no line');
  gone.shippedDate = '2026-09-01';
  const columns = { ...batch.tables[0]?.columns, shippedDate: 6 };
  const body = { ...batch, tables: batch.tables.map((table) => ({ ...table, columns })) };
  const sales = await till.as('sales');
  const { results } = await sales.call('postOrders', { body, query: { submit: 'true' }, requestKey: newKey() });
  if (results[0]?.outcome !== 'posted') throw new Error(`not posted: ${JSON.stringify(results)}`);
  return results[0].number;
}
const record = async (order: string, open: string, user: 'finance-manager' | 'finance-clerk' = 'finance-manager') =>
  (await till.as(user)).call('recordOpening', { body: { order, open, reason: '期初对账' }, requestKey: newKey() });
const balance = async () => (await till.account(classB as string)).balances[0];

test('what had left before an order was entered counts as paid until finance says what was open', async () => {
  const order = await halfGone('O-1');
  expect((await till.view('finance-clerk', order)).payment).toMatchObject({ owed: '125', overdue: '0' });
  expect(await balance()).toMatchObject({ receivable: '0', overdueDays: 0 });

  expect(await record(order, '100')).toMatchObject({ number: order, customerCode: classB, open: '100' });
  expect((await till.view('finance-clerk', order)).payment).toMatchObject({ axis: 'overdue', owed: '225' });
  expect(await balance()).toMatchObject({ receivable: '100', overdue: '100', overdueDays: 81 });
  const finance = await till.as('finance-clerk');
  const statement = await finance.call('customerStatement', {
    params: { code: classB as string },
    query: { month: '2026-09' },
  });
  expect(statement.rows).toMatchObject([{ on: '2026-09-01', kind: 'opening', reference: order, amount: '100' }]);
  const { history } = await till.view('finance-clerk', order);
  expect(history.at(-1)).toMatchObject({ type: 'opening-recorded', reason: '期初对账', data: { amount: '100' } });

  await record(order, '0');
  expect(await balance()).toMatchObject({ receivable: '0' });
  expect(await finance.call('opening', { params: { number: order } })).toMatchObject({ open: '0' });
});

test('it is the finance manager’s, of goods that left, up to their worth', async () => {
  const order = await halfGone('O-1');
  const code = async (attempt: Promise<unknown>) => (await refused(attempt)).problem.code;
  expect(await code(record(order, '100', 'finance-clerk'))).toBe('role.not-allowed');
  expect(await code(record(order, '125.01'))).toBe('opening.exceeds-worth');
  expect(await code(record('SO-202611-09999', '1'))).toBe('order.not-found');
  expect(await code(record(await till.readyOrder('O-2'), '1'))).toBe('opening.nothing-left-before');
  expect(await code(record(order, '-1'))).toBe('input.wrong');
  const finance = await till.as('finance-clerk');
  expect(await code(finance.call('opening', { params: { number: order } }))).toBe('opening.not-found');
});
