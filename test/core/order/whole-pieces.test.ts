import { describe, expect, test } from 'vitest';
import { mostOf } from '../../../core/order/tolerance.ts';
import { policyInForce } from '../../../core/policy/in-force.ts';
import { standardPolicy, withSetting } from '../../../core/policy/policy.ts';
import { events, type Office, refused } from './office.ts';
import {
  by,
  checkedOrder,
  clerk,
  date,
  inspector,
  line,
  maker,
  number,
  planner,
  quantity,
  shipper,
  today,
} from './sample-order.ts';
import { orderAt } from './walk.ts';

const so = number();
const tolerating = (share: string) =>
  policyInForce({ version: 3, policy: withSetting(standardPolicy, 'goods.tolerance', share) }, 2);
const due = { dueDate: date('2026-12-03') };
/** 10 pieces from stock; 5, made for the order. */
const pieces = checkedOrder([line('A01', '10', { unit: '件', ...due }), line('B02', '5', { unit: '件', ...due })]);
const lines = (count: string, of = 1) => ({ lines: [{ line: of, quantity: quantity(count) }] });
const ship = (count: string, of = 1) => ({
  lines: [{ order: so, line: of, quantity: quantity(count) }],
  ...by(shipper),
});

describe('policy 9: the most of a line', () => {
  test.each([
    ['件', '3', '0.05', '3'],
    ['件', '30', '0.05', '31'],
    ['件', '2.5', '0.05', '2.6'],
    ['打', '2.5', '0.05', '2.5'],
    ['打', '10.5', '0.2', '12'],
    ['打', '10', '0.2', '12'],
    ['米', '3', '0.05', '3.15'],
    [undefined, '3', '0.05', '3.15'],
  ])('of %s, %s ordered with a tolerance of %s: %s', (unit, ordered, share, most) => {
    const content = { itemCode: 'A01', quantity: quantity(ordered), ...(unit !== undefined && { unit }) };
    expect(mostOf(content, tolerating(share), null)).toBe(most);
  });
});

describe('R6: no part of a piece', () => {
  const partOf = (wanted: string, of = '1', item = 'A01') => ({
    code: 'quantity.part-of-piece',
    data: { order: so, line: of, item, wanted },
  });
  const supplied = (): Office => {
    const office = orderAt('to-supply', pieces);
    events(office.do(so, { type: 'begin-supply', readyOn: today, ...by(planner) }));
    return office;
  };

  test('leaves', () => {
    const office = orderAt('to-ship', pieces);
    expect(refused(office.ship(ship('2.5')))).toMatchObject({ ...partOf('2.5'), status: 'to-ship' });
    events(office.ship(ship('3')));
  });

  test('is asked to be sent', () => {
    const office = orderAt('to-ship', pieces);
    const ask = (count: string) => ({ type: 'request-shipping' as const, on: today, ...lines(count), ...by(clerk) });
    expect(refused(office.do(so, ask('2.5')))).toMatchObject(partOf('2.5'));
    events(office.do(so, ask('2')));
  });

  test('is made, or let through', () => {
    const office = supplied();
    const report = (count: string) => ({ type: 'report-supply' as const, ...lines(count, 2), ...by(maker) });
    const release = (count: string) => ({ type: 'release-quality' as const, ...lines(count, 2), ...by(inspector) });
    expect(refused(office.do(so, report('2.5')))).toMatchObject(partOf('2.5', '2', 'B02'));
    events(office.do(so, report('3')));
    expect(refused(office.do(so, release('0.5')))).toMatchObject(partOf('0.5', '2', 'B02'));
    events(office.do(so, release('3')));
  });

  test('but what was ordered by the half is sent by the half', () => {
    const halves = checkedOrder([line('A01', '2.5', { unit: '件', ...due }), line('B02', '5', { unit: '件', ...due })]);
    events(orderAt('to-ship', halves).ship(ship('0.5')));
  });
});
