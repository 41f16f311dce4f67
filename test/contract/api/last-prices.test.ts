import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, openOffice } from './office.ts';
import { refused } from './refused.ts';
import { newKey, postOne } from './rows.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

test('what customers paid last time, in the order it was asked; what is not confirmed is no price', async () => {
  const desk = await office.as('order-desk');
  const open = await postOne(desk, { key: 'PO-0', quantity: '9' });
  const { customer, lines } = await desk.call('order', { params: { number: open } });
  const of = [
    { customer: { code: customer.code }, itemCode: lines[0]?.itemCode ?? '' },
    { customer: { code: 'nobody' }, itemCode: lines[0]?.itemCode ?? '' },
    { customer: { name: customer.name }, itemCode: lines[0]?.itemCode ?? '' },
  ];
  expect((await desk.call('lastPrices', { body: { of } })).prices).toEqual([null, null, null]);

  const head = await office.as('order-desk-head');
  await head.call('commandOrder', { params: { number: open }, body: { type: 'approve-order' }, requestKey: newKey() });
  const { prices } = await desk.call('lastPrices', { body: { of } });
  const price = { price: lines[0]?.unitPrice, order: open, quantity: '9' };
  expect(prices).toMatchObject([price, null, price]);
});

test('only who checks orders is told', async () => {
  const body = { of: [{ customer: { code: 'C1' }, itemCode: 'F-50' }] };
  for (const role of ['warehouse', 'shipper'] as const)
    expect(await refused((await office.as(role)).call('lastPrices', { body }))).toMatchObject({ status: 403 });
});
