import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Role } from '../../../core/policy/roles.ts';
import type { PostResult } from '../../../core/wire/views.ts';
import { type Office, openOffice } from './office.ts';
import { refused } from './refused.ts';
import { type Batch, newKey, post, rows } from './rows.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const faulty = rows({ key: 'PO-1', item: 'F-5O' });
const save = async (body: Batch, requestKey = newKey(), user: Role = 'sales'): Promise<PostResult> => {
  const clerk = await office.as(user);
  const query = { submit: 'true', saveDraft: 'true' } as const;
  const { results } = await clerk.call('postOrders', { body, query, requestKey });
  const [result] = results;
  if (result === undefined) throw new Error('nothing was answered');
  return result;
};
const view = async (number: string) => (await office.as('order-desk')).call('order', { params: { number } });

test('rows with errors are kept on request: with a number, their findings, and no order line', async () => {
  const saved = await save(faulty);
  expect(saved).toMatchObject({
    outcome: 'saved',
    number: 'SO-202611-00001',
    status: 'draft',
    findings: [{ code: 'item.unknown', severity: 'error' }],
  });
  const order = await view('SO-202611-00001');
  expect(order).toMatchObject({
    status: 'draft',
    customer: { code: 'C001', name: '华东精密机械有限公司' },
    lines: [],
    unresolved: { rows: [{ row: 2, itemCode: 'F-5O', quantity: '10' }], findings: [{ code: 'item.unknown' }] },
  });
  expect(order.actions.find(({ command }) => command === 'submit-order')).toMatchObject({
    allowed: false,
    refusal: { code: 'draft.has-errors' },
  });
  expect(order.history.map(({ type }) => type)).toEqual(['rows-saved']);
  const submit = (await office.as('sales')).call('commandOrder', {
    params: { number: order.number },
    body: { type: 'submit-order' },
    requestKey: newKey(),
  });
  expect((await refused(submit)).problem.code).toBe('draft.has-errors');
});

test('without being asked, nothing is stored and no number is used', async () => {
  const [result] = await post(await office.as('sales'), faulty);
  expect(result).toMatchObject({ outcome: 'findings' });
  const [next] = await post(await office.as('sales'), rows({ key: 'PO-2' }));
  expect(next).toMatchObject({ outcome: 'posted', number: 'SO-202611-00001' });
});

test('corrected and posted again the draft becomes the order, under its number', async () => {
  await save(faulty);
  expect(await save(faulty)).toMatchObject({ outcome: 'unchanged', number: 'SO-202611-00001' });
  const [again] = await post(await office.as('sales'), faulty);
  expect(again).toMatchObject({ outcome: 'findings' });
  const [edited] = await post(await office.as('sales'), rows({ key: 'PO-1' }));
  expect(edited).toMatchObject({ outcome: 'edited', number: 'SO-202611-00001', status: 'in-review' });
  expect(await view('SO-202611-00001')).not.toHaveProperty('unresolved');
});

test('the same attempt gets the same answer, and an order without errors is posted as ever', async () => {
  const key = newKey();
  const first = await save(faulty, key);
  expect(await save(faulty, key)).toEqual(first);
  expect(await save(rows({ key: 'PO-2' }))).toMatchObject({ outcome: 'posted', number: 'SO-202611-00002' });
});

test('rows without item and quantity are kept as they are; whose they are must be clear', async () => {
  const empty = rows({ key: 'PO-1' });
  const [order] = empty.orders;
  if (order === undefined) throw new Error('no order');
  const bare = { ...empty, orders: [{ ...order, lines: [{ table: 0, row: 7, remark: 'as last time' }] }] };
  expect(await save(bare)).toMatchObject({ outcome: 'saved' });
  expect((await view('SO-202611-00001')).unresolved?.rows).toEqual([{ row: 8 }]);
  const nobody = rows({ key: 'PO-9', customer: 'nobody we know' });
  expect(await save(nobody)).toMatchObject({ outcome: 'findings', findings: [{ code: 'customer.unknown' }] });
});

test('figures that its poster may see lie in no draft that others read', async () => {
  const body = rows({ key: 'PO-1', quantity: '6000' }, { key: 'PO-1', item: 'F-5O' });
  const saved = await save(body, newKey(), 'order-desk-head');
  expect(saved).toMatchObject({ outcome: 'saved' });
  const shown = (findings: unknown) => JSON.stringify(findings);
  expect(shown(saved.outcome === 'saved' && saved.findings)).toContain('70001');
  const { unresolved } = await view('SO-202611-00001');
  expect(unresolved?.findings.map(({ code }) => code)).toContain('customer.over-credit');
  expect(shown(unresolved)).not.toContain('70001');
});

test('it lies in the lists and the month as a draft that waits for its clerk', async () => {
  await save(faulty);
  const desk = await office.as('order-desk');
  expect((await desk.call('orders', { query: { status: 'draft' } })).orders).toMatchObject([
    { total: '0', status: 'draft' },
  ]);
  expect((await desk.call('worklist', {})).entries).toMatchObject([{ command: 'submit-order' }]);
  const archivist = await office.as('archivist');
  await archivist.call('monthReport', { params: { month: '2026-11' } });
  await archivist.call('monthReportWorkbook', { params: { month: '2026-11' } });
});
