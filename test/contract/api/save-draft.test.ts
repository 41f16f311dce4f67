import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Role } from '../../../core/policy/roles.ts';
import type { PostResult } from '../../../core/wire/posting-views.ts';
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
  expect((await desk.call('worklist', {})).entries).toMatchObject([{ command: 'post-order' }]);
  const archivist = await office.as('archivist');
  await archivist.call('monthReport', { params: { month: '2026-11' } });
  await archivist.call('monthReportWorkbook', { params: { month: '2026-11' } });
});

/** Publishes the customers anew: all of them are sold to, or none any more. */
const customersWith = async (active: boolean) => {
  const head = await office.as('order-desk-head');
  const { customers } = await head.call('knowledge', {});
  if (!customers) throw new Error('no customers');
  const all = customers.customers.map((each) => ({ ...each, active }));
  await head.call('publish', { body: { customers: { ...customers, customers: all } }, requestKey: newKey() });
};

test.each([
  ['posted', true],
  ['saved', false],
] as const)(
  'the same attempt is answered as the first time (%s), whatever the books say by then',
  async (outcome, active) => {
    await customersWith(active);
    const key = newKey();
    const body = rows({ key: 'PO-1' });
    const first = await save(body, key);
    expect(first.outcome).toBe(outcome);
    await customersWith(!active);
    expect(await save(body, key)).toEqual(first);
  },
);

test('an order is judged where it is kept: sound by books published meanwhile it is an order, and the other way round', async () => {
  const store = office.companies.get('hengxin')?.store;
  if (!store) throw new Error('no company');
  const transact = store.transact.bind(store);
  /** The books change when the rows have been judged and their transaction is about to begin. */
  const meanwhile = (change: () => Promise<void>) => {
    store.transact = async (transaction) => {
      store.transact = transact;
      await change();
      return transact(transaction);
    };
  };
  await customersWith(false);
  meanwhile(() => customersWith(true));
  expect(await save(rows({ key: 'PO-1' }))).toMatchObject({ outcome: 'posted', findings: [] });
  meanwhile(() => customersWith(false));
  const saved = await save(rows({ key: 'PO-2' }));
  expect(saved).toMatchObject({ outcome: 'saved', findings: [{ severity: 'error' }] });
});
