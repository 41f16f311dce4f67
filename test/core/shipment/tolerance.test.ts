import { describe, expect, test } from 'vitest';
import { progressOf } from '../../../core/order/progress.ts';
import { policyInForce } from '../../../core/policy/in-force.ts';
import { standardPolicy, withSetting } from '../../../core/policy/policy.ts';
import { events, type Office, refused } from '../order/office.ts';
import {
  by,
  checkedOrder,
  clerk,
  date,
  head,
  inspector,
  line,
  maker,
  number,
  posting,
  quantity,
  shipper,
  twoLines,
} from '../order/sample-order.ts';
import { orderAt } from '../order/walk.ts';

const so = number();
const second = number(2);
const part = (count: string, of = 1) => ({ order: so, line: of, quantity: quantity(count) });
const ship = (count: string, of?: number) => ({ lines: [part(count, of)], ...by(shipper) });
const due = { dueDate: date('2026-12-03') };
const tolerant = policyInForce({ version: 3, policy: withSetting(standardPolicy, 'goods.tolerance', '0.2') }, 2);
const lineOf = (office: Office, of: number) => progressOf(office.order(so), office.shipmentsOf(so))[of - 1];

describe('policy 9: what leaves beyond the order from stock', () => {
  const toShip = () => orderAt('to-ship', undefined, tolerant);
  /** All of A01 but what the first order holds, 50 there in all, is held by another. */
  function lessFree(office: Office, free: number): Office {
    const order = checkedOrder([line('A01', `${40 - free}`)], 'B');
    events(office.do(second, posting(by(clerk), { order, number: second, orderKey: 'second' })));
    events(office.do(second, { type: 'approve-order', ...by(head) }));
    return office;
  }

  test('is free stock, taken from there: nothing that is held for another', () => {
    const office = lessFree(toShip(), 1);
    expect(refused(office.ship(ship('12')))).toMatchObject({
      code: 'shipment.not-free',
      status: 'to-ship',
      data: { order: so, line: '1', item: 'A01', wanted: '2', free: '1' },
    });
    events(office.ship(ship('11')));
    expect(office.available('A01')).toBe('0');
    expect(lineOf(office, 1)).toMatchObject({ ordered: '10', shipped: '11', open: '0', reserved: '0' });
  });

  test('two lines of one item do not both take the last free piece', () => {
    const office = orderAt('to-ship', checkedOrder([line('A01', '10', due), line('A01', '10', due)]), tolerant);
    const order = checkedOrder([line('A01', '29')]);
    events(office.do(second, posting(by(clerk), { order, number: second, orderKey: 'second' })));
    events(office.do(second, { type: 'approve-order', ...by(head) }));
    const both = { lines: [part('11'), part('11', 2)], ...by(shipper) };
    expect(refused(office.ship(both))).toMatchObject({ code: 'shipment.not-free', data: { line: '2', free: '0' } });
    events(office.ship({ lines: [part('11'), part('9', 2)], ...by(shipper) }));
  });

  test('of an item the stock sheet does not keep asks nothing', () => {
    const office = orderAt('to-ship', checkedOrder([line('NEW', '10', due), ...twoLines]), tolerant);
    events(office.ship(ship('12')));
    expect(lineOf(office, 1)).toMatchObject({ shipped: '12' });
  });
});

describe('policy 9: what is made beyond the order', () => {
  const lines = (count: string) => ({ lines: [{ line: 2, quantity: quantity(count) }] });
  const report = (count?: string) => ({ type: 'report-supply', ...by(maker), ...(count && lines(count)) }) as const;
  const release = (count?: string) =>
    ({ type: 'release-quality', ...by(inspector), ...(count && lines(count)) }) as const;
  const making = () => orderAt('in-supply', undefined, tolerant);

  test('is reported up to the tolerance; unless said, what was ordered', () => {
    const office = making();
    expect(refused(office.do(so, report('6.1')))).toMatchObject({
      code: 'supply.exceeds-ordered',
      data: { line: '2', wanted: '6.1', open: '6' },
    });
    events(office.do(so, report()));
    expect(office.order(so)).toMatchObject({ supply: [{ line: 2, reported: '5' }] });
    expect(refused(office.do(so, report())).code).toBe('supply.nothing');
    events(office.do(so, report('1')));
    expect(refused(office.do(so, report('0.1')))).toMatchObject({
      code: 'supply.exceeds-ordered',
      data: { open: '0' },
    });
  });

  test('leaves only as far as quality let it through', () => {
    const office = making();
    events(office.do(so, report('6')));
    events(office.do(so, release('5')));
    expect(refused(office.ship(ship('6', 2)))).toMatchObject({
      code: 'shipment.not-ready',
      data: { line: '2', wanted: '6', ready: '5' },
    });
    events(office.do(so, release('0.5')));
    events(office.ship(ship('5.5', 2)));
    expect(lineOf(office, 2)).toMatchObject({ ordered: '5', shipped: '5.5', open: '0', ready: '0' });
    expect(office.available('B02')).toBe('50');
  });

  test('without a tolerance stays what was ordered', () => {
    const office = orderAt('in-supply');
    expect(refused(office.do(so, report('5.1')))).toMatchObject({ data: { open: '5' } });
  });
});
