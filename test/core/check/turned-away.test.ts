import { expect, it } from 'vitest';
import { checkOrders } from '../../../core/check/check.ts';
import type { Finding } from '../../../core/check/finding.ts';
import { turnedAwayThoughSound } from '../../../core/check/turned-away.ts';
import { batchOf, knowledge, today } from './given.ts';

it('what is sound here and no order for the server is turned away; what is not sound waits for its correction', () => {
  const batch = batchOf([{}, { key: '2', itemCode: '?' }, { key: '3' }]);
  const result = checkOrders({ batch, knowledge: knowledge({ items: [{ code: 'A-1' }] }), today });
  const [first, unsound, third] = batch.orders;
  if (!first || !unsound || !third) throw new Error('three orders were given');
  const error = { code: 'customer.unknown', severity: 'error' } as Finding;
  const said = { missing: ['prices'] as const, orders: new Map([first, unsound].map((order) => [order, [error]])) };
  const { missing, orders } = turnedAwayThoughSound(said, result);
  expect(missing).toEqual(['prices']);
  expect([...orders]).toEqual([[first, [error]]]);
});
