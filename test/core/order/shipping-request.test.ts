import { describe, expect, test } from 'vitest';
import type { CheckedOrder } from '../../../core/check/checked-order.ts';
import { policyInForce } from '../../../core/policy/in-force.ts';
import { standardPolicy, withSetting } from '../../../core/policy/policy.ts';
import { events, type Office, refused } from './office.ts';
import {
  boss,
  by,
  checkedOrder,
  clerk,
  date,
  finance,
  manager,
  number,
  quantity,
  shipper,
  today,
} from './sample-order.ts';
import { orderAt } from './walk.ts';

const so = number();
const asking = policyInForce({ version: 3, policy: withSetting(standardPolicy, 'goods.shippingRequest', true) }, 2);
/** 10 of A01 and 5 of B02 may leave. */
const ready = (policy = asking): Office => orderAt('to-ship', undefined, policy);
const request = (...counts: readonly (readonly [number, string])[]) => ({
  type: 'request-shipping' as const,
  on: today,
  ...(counts.length > 0 && { lines: counts.map(([line, count]) => ({ line, quantity: quantity(count) })) }),
  ...by(clerk),
});
const ship = (...counts: readonly (readonly [number, string])[]) => ({
  lines: counts.map(([line, count]) => ({ order: so, line, quantity: quantity(count) })),
  ...by(shipper),
});

describe('row 9b: a shipping request (R36)', () => {
  test('nothing leaves that nobody asked to send', () => {
    const office = ready();
    expect(refused(office.ship(ship([1, '10'])))).toMatchObject({
      code: 'shipment.not-requested',
      who: ['sales', 'order-desk', 'order-desk-head'],
      data: { order: so, line: '1', item: 'A01', wanted: '10', requested: '0' },
    });
    events(office.do(so, request([1, '4'])));
    expect(refused(office.ship(ship([1, '5']))).data).toMatchObject({ requested: '4' });
    events(office.ship(ship([1, '3'])));
    expect(refused(office.ship(ship([1, '2']))).data).toMatchObject({ requested: '1' });
    events(office.ship(ship([1, '1'])));
    events(office.do(so, request()));
    events(office.ship(ship([1, '6'], [2, '5'])));
    expect(office.status(so)).toBe('shipped');
  });

  test('an emergency needs none, and uses none up', () => {
    const office = ready();
    events(office.ship({ type: 'ship-emergency', ...ship([1, '4']), ...by(boss, today, 'their line is down') }));
    events(office.do(so, request([1, '6'])));
    events(office.ship(ship([1, '6'])));
  });

  test('an office that wants none sends what may leave', () => {
    events(ready(policyInForce({ version: 3, policy: standardPolicy }, 2)).ship(ship([1, '10'])));
  });

  test.each([
    ['more than is open', request([1, '11']), 'shipping-request.exceeds-open'],
    ['in two parts more than is open', request([1, '6'], [1, '5']), 'shipping-request.exceeds-open'],
    ['nothing of a line', request([1, '0']), 'shipment.quantity-not-positive'],
    ['a line that isn’t there', request([9, '1']), 'shipment.line-unknown'],
    ['for a day that is over', { ...request(), on: date('2026-11-20') }, 'supply.date-past'],
  ] as const)('%s is not asked for', (_, command, code) => {
    expect(refused(ready().do(so, command)).code).toBe(code);
  });

  test('what was asked for is not asked for again', () => {
    const office = ready();
    events(office.do(so, request()));
    expect(refused(office.do(so, request())).code).toBe('shipment.nothing');
    expect(refused(office.do(so, request([1, '1'])))).toMatchObject({
      code: 'shipping-request.exceeds-open',
      data: { wanted: '1', open: '0' },
    });
  });
});

test('R30: goods whose price a bank is to pay leave once its promise is good', () => {
  const order = { ...checkedOrder(undefined, 'A'), currency: 'USD', paymentTerms: 'L/C at sight' } as CheckedOrder;
  const office = orderAt('to-ship', order);
  expect(refused(office.ship(ship([1, '10']))).code).toBe('letter-of-credit.missing');
  const days = { receivedOn: today, latestShipment: date('2026-12-20'), expires: date('2027-01-10') };
  const terms = { credit: 'LC-1', bank: 'Bank of Hamburg', amount: quantity('37.5'), currency: 'USD', ...days };
  events(office.do(so, { type: 'record-letter-of-credit', terms, ...by(clerk) }));
  for (const who of [finance, manager]) {
    expect(refused(office.ship(ship([1, '10']))).code).toBe('letter-of-credit.unexamined');
    events(office.do(so, { type: 'examine-letter-of-credit', verdict: 'clean', ...by(who) }));
  }
  // That it came late kept production from beginning; it pays for what is there.
  events(office.ship(ship([1, '10'])));
});
