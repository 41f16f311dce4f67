import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, openOffice } from './office.ts';
import { refused } from './refused.ts';
import { newKey, postOne, rows } from './rows.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

test('what the customer paid last time, against the row’s own price; what is not confirmed is no price', async () => {
  const desk = await office.as('order-desk');
  const open = await postOne(desk, { key: 'PO-0', quantity: '9' });
  const body = rows(
    { key: 'PO-1', price: '12.5' },
    { key: 'PO-2', price: '11.8' },
    { key: 'PO-2', item: 'nothing' },
    { key: 'PO-3', customer: 'nobody' },
  );
  expect((await desk.call('lastPrices', { body })).prices).toEqual([null, null, null, null]);

  const head = await office.as('order-desk-head');
  await head.call('commandOrder', { params: { number: open }, body: { type: 'approve-order' }, requestKey: newKey() });
  const { prices } = await desk.call('lastPrices', { body });
  const last = { price: '12.5', currency: 'CNY', order: open, quantity: '9' };
  expect(prices).toMatchObject([
    { ...last, row: { last: '12.5', now: '12.5', is: 'same' } },
    { ...last, row: { last: '12.5', now: '11.8', is: 'below' } },
    null,
    null,
  ]);
  // Its own price is no earlier one.
  const own = rows({ key: 'PO-0', quantity: '9' });
  expect((await desk.call('lastPrices', { body: own })).prices).toEqual([null]);
});

test('only who checks orders is told', async () => {
  const body = rows({ key: 'PO-1' });
  for (const role of ['warehouse', 'shipper'] as const)
    expect(await refused((await office.as(role)).call('lastPrices', { body }))).toMatchObject({ status: 403 });
});
