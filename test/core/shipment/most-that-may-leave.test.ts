import { expect, test } from 'vitest';
import { policyInForce } from '../../../core/policy/in-force.ts';
import { standardPolicy, withSetting } from '../../../core/policy/policy.ts';
import { mostThatMayLeave } from '../../../core/shipment/most-that-may-leave.ts';
import { events, type Office } from '../order/office.ts';
import { by, inspector, maker, number, quantity, shipper } from '../order/sample-order.ts';
import { orderAt } from '../order/walk.ts';

const so = number();
const tolerant = policyInForce({ version: 3, policy: withSetting(standardPolicy, 'goods.tolerance', '0.2') }, 2);
const most = (office: Office, line: number, policy = tolerant) =>
  mostThatMayLeave({ order: office.order(so), shipments: office.shipmentsOf(so) }, line, { policy, prices: null });
const ship = (count: string) => ({ lines: [{ order: so, line: 1, quantity: quantity(count) }], ...by(shipper) });

test('goods leave as they were ordered, or by the tolerance a little more of all that was ordered', () => {
  const office = orderAt('to-ship');
  const exact = policyInForce({ version: 1, policy: standardPolicy }, 2);
  expect(most(office, 1, exact)).toBe('10');
  expect(most(office, 1)).toBe('12');
  events(office.ship(ship('4')));
  expect(most(office, 1)).toBe('8');
  events(office.ship(ship('6')));
  expect(most(office, 1)).toBe('0');
});

test('what is made leaves as far as quality let it through, in all as far as the tolerance', () => {
  const office = orderAt('in-supply', undefined, tolerant);
  const lines = (count: string) => ({ lines: [{ line: 2, quantity: quantity(count) }] });
  expect(most(office, 2)).toBe('0');
  events(office.do(so, { type: 'report-supply', ...lines('6'), ...by(maker) }));
  events(office.do(so, { type: 'release-quality', ...lines('3'), ...by(inspector) }));
  expect(most(office, 2)).toBe('3');
  events(office.do(so, { type: 'release-quality', ...lines('3'), ...by(inspector) }));
  expect(most(office, 2)).toBe('6');
});

test('a line the order hasn’t', () => expect(most(orderAt('to-ship'), 9)).toBeNull());
