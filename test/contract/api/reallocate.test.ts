import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '../../../core/policy/roles.ts';
import { type Office, openOffice } from './office.ts';
import { refused } from './refused.ts';
import { newKey, postOne } from './rows.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const viewed = async (number: string) => (await office.as('sales-manager')).call('order', { params: { number } });

/** 100 of the item are there: one order holds most of them, the other can't be confirmed without some of these. */
async function rivals() {
  const sales = await office.as('sales');
  const holding = await postOne(sales, { key: `PO-${newKey()}`, quantity: '90' });
  const head = await office.as('order-desk-head');
  await head.call('commandOrder', {
    params: { number: holding },
    body: { type: 'approve-order' },
    requestKey: newKey(),
  });
  const lacking = await postOne(sales, { key: `PO-${newKey()}`, quantity: '20' });
  return { holding, lacking };
}

const reallocate = async (
  seen: { from: [string, number]; to: [string, number] },
  requestKey = newKey(),
  user: Role = 'sales-manager',
) =>
  (await office.as(user)).call('reallocate', {
    body: {
      from: { order: seen.from[0], line: 1, version: seen.from[1] },
      to: { order: seen.to[0], line: 1, version: seen.to[1] },
      quantity: '20',
      newDate: '2026-12-24',
      reason: 'their line stands still',
    },
    requestKey,
  });

test('goods go from one order to another only as both were seen', async () => {
  const { holding, lacking } = await rivals();
  const [one, other] = [await viewed(holding), await viewed(lacking)];
  const desk = await office.as('order-desk');
  await desk.call('commandOrder', {
    params: { number: holding },
    body: { type: 'issue-letter' },
    requestKey: newKey(),
  });

  const stale = await refused(reallocate({ from: [holding, one.version], to: [lacking, other.version] }));
  expect(stale.problem).toMatchObject({
    code: 'version.stale',
    refusal: { data: { order: holding, changed: 'letter-issued', by: 'order-desk' } },
  });
  expect((await viewed(lacking)).status).toBe('in-review');

  const { version } = await viewed(holding);
  const unseen = await refused(reallocate({ from: [holding, version], to: [lacking, other.version + 1] }));
  expect(unseen.problem).toMatchObject({ code: 'version.stale', refusal: { data: { order: lacking } } });

  const key = newKey();
  const done = await reallocate({ from: [holding, version], to: [lacking, other.version] }, key);
  expect(done).toMatchObject({
    from: { lines: [{ reserved: '70', open: '90' }] },
    to: { status: 'to-confirm', lines: [{ reserved: '20' }] },
  });
  // A lost answer asked for again is the same answer, though both have changed by it.
  const again = await reallocate({ from: [holding, version], to: [lacking, other.version] }, key);
  expect(again.to.version).toBe(done.to.version);
});

test('who may not do it learns nothing of the orders: not whether there are such, nor that they changed', async () => {
  const sales = await office.as('sales');
  const holding = await postOne(sales, { key: `PO-${newKey()}`, quantity: '1' });
  const lacking = await postOne(sales, { key: `PO-${newKey()}`, quantity: '2' });
  const none = 'SO-202611-09999';
  for (const seen of [
    { from: [holding, 1], to: [lacking, 99] },
    { from: [none, 1], to: [lacking, 1] },
  ] as const) {
    const { status, problem } = await refused(
      reallocate({ from: [...seen.from], to: [...seen.to] }, newKey(), 'sales'),
    );
    expect([status, problem.code]).toEqual([403, 'role.not-allowed']);
    expect(problem.refusal?.data).toBeUndefined();
  }
});
