import { describe, expect, test } from 'vitest';
import { progressOf } from '../../../core/order/progress.ts';
import { allAt } from '../../../core/payment/terms.ts';
import type { MoneyBasis } from '../../../core/receivable/order-account.ts';
import { decideShipment } from '../../../core/shipment/decide.ts';
import type { ShipmentLine, ShipmentNumber } from '../../../core/shipment/shipment.ts';
import { events, Office, rechecked, refused } from '../order/office.ts';
import {
  by,
  checkedOrder,
  clerk,
  date,
  head,
  line,
  number,
  packer,
  posting,
  quantity,
  shipper,
  today,
  twoLines,
} from '../order/sample-order.ts';
import { orderAt } from '../order/walk.ts';

const so = number();
const second = number(2);
const note = 'DN-202611-00001' as ShipmentNumber;
const part = (lineNumber: number, count: string, order = so): ShipmentLine => ({
  order,
  line: lineNumber,
  quantity: quantity(count),
});
const ship = (...lines: ShipmentLine[]) => ({ lines, ...by(shipper) });
const whole = { order: so, lines: [], ...by(shipper) };

/** A second order beside the first, released for shipping. */
function beside(office: Office, customer = 'C001'): Office {
  const order = checkedOrder(twoLines, 'B', customer);
  events(office.do(second, posting(by(clerk), { order, number: second, orderKey: 'second' })));
  events(office.do(second, { type: 'approve-order', ...by(head) }));
  events(office.do(second, { type: 'issue-letter', ...by(clerk) }));
  events(office.do(second, { type: 'record-countersign', on: today, ...by(clerk) }));
  return office;
}

describe('row 10: goods leave', () => {
  test('everything open of an order, with carrier, tracking and arrival', () => {
    const office = orderAt('to-ship');
    events(office.ship({ ...whole, carrier: 'SF', tracking: 'SF1', expectedArrival: date('2026-11-23') }));
    expect(office.shipment(note)).toMatchObject({
      number: note,
      customerCode: 'C001',
      lines: [part(1, '10'), part(2, '5')],
      shippedOn: '2026-11-21',
      carrier: 'SF',
      tracking: 'SF1',
      expectedArrival: '2026-11-23',
    });
    expect(office.status(so)).toBe('shipped');
  });

  test('a part, then exactly the rest; one piece more is refused', () => {
    const office = orderAt('to-ship');
    events(office.ship(ship(part(1, '4'))));
    expect(office.status(so)).toBe('part-shipped');
    expect(refused(office.ship(ship(part(1, '7'))))).toMatchObject({
      code: 'shipment.exceeds-open',
      status: 'part-shipped',
      data: { order: so, line: '1', item: 'A01', wanted: '7', open: '6' },
    });
    events(office.ship(ship(part(1, '6'), part(2, '5'))));
    expect(office.status(so)).toBe('shipped');
  });

  test('a line named twice is summed, and a negative entry hides nothing', () => {
    const office = orderAt('to-ship');
    expect(refused(office.ship(ship(part(1, '6'), part(1, '5')))).code).toBe('shipment.exceeds-open');
    expect(refused(office.ship(ship(part(1, '12'), part(1, '-2')))).code).toBe('shipment.quantity-not-positive');
    expect(refused(office.ship(ship(part(1, '0')))).code).toBe('shipment.quantity-not-positive');
    events(office.ship(ship(part(1, '6'), part(1, '4'))));
    expect(office.shipment(note).lines).toEqual([part(1, '10')]);
  });

  test('a line the order has not, an order that is not there, nothing at all', () => {
    const office = orderAt('to-ship');
    expect(refused(office.ship(ship(part(3, '1'))))).toMatchObject({
      code: 'shipment.line-unknown',
      data: { line: '3' },
    });
    expect(refused(office.ship(ship(part(1, '1', second))))).toMatchObject({ code: 'order.not-found' });
    expect(refused(office.ship(ship())).code).toBe('shipment.nothing');
  });

  test('not before release, not by the desk', () => {
    expect(refused(orderAt('awaiting-countersign').ship(whole))).toMatchObject({
      code: 'order.wrong-status',
      status: 'awaiting-countersign',
      from: ['to-supply', 'in-supply', 'to-ship', 'part-shipped'],
      data: { order: so },
    });
    expect(refused(orderAt('to-ship').ship({ ...whole, ...by(clerk) }))).toMatchObject({
      code: 'role.not-allowed',
      who: ['shipper', 'warehouse'],
    });
  });

  test('two orders of one customer together, of two customers not', () => {
    const office = beside(orderAt('to-ship'));
    events(office.ship({ ...whole, lines: [part(2, '5', second)] }));
    expect([office.status(so), office.status(second)]).toEqual(['shipped', 'part-shipped']);
    const other = beside(orderAt('to-ship'), 'C002');
    expect(refused(other.ship(ship(part(1, '1'), part(1, '1', second))))).toMatchObject({
      code: 'shipment.customers-differ',
      data: { customer: 'customer C001', other: 'customer C002', order: second },
    });
  });

  test('goods that left before the order was entered are not shipped again', () => {
    const lines = [line('A01', '1', { shippedDate: date('2026-11-19') }), ...twoLines];
    const office = orderAt('part-shipped', checkedOrder([...twoLines, ...lines.slice(0, 1)]));
    expect(progressOf(office.order(so), office.shipmentsOf(so))[2]).toMatchObject({
      shipped: '1',
      received: '1',
      open: '0',
    });
    events(office.ship(whole));
    expect(office.shipmentsOf(so).flatMap((shipment) => shipment.lines.map((each) => each.line))).toEqual([1, 1, 2]);
  });
});

const noStock = { stock: null, prices: null, openDemand: [] };
const around = { holds: [], policy: new Office().policy, staff: [packer], stock: noStock };

describe('row 10: and his payments let them', () => {
  const command = { type: 'ship-goods', number: note, recheck: rechecked, ...whole } as const;
  const owing = (): Office => {
    const office = orderAt('to-ship');
    office.isPaid = () => false;
    return office;
  };
  const decided = (money: Partial<MoneyBasis['customer']>, office = owing()) => {
    const basis = office.money('C001');
    const customer = { ...basis.customer, ...money };
    return decideShipment(command, null, { ...around, orders: office.followed(), money: { ...basis, customer } });
  };
  const paidAhead = (office: Office, terms = allAt({ at: 'shipping' })) =>
    office.money('C001').customer.accounts.map((account) => ({ ...account, terms }));

  test('what is to be paid before shipping keeps them, and says what and who', () => {
    const office = owing();
    expect(refused(decided({ accounts: paidAhead(office) }, office))).toMatchObject({
      code: 'payment.balance-missing',
      status: 'to-ship',
      who: ['finance-manager', 'general-manager'],
      data: { order: so, missing: '37.5', currency: 'CNY' },
    });
  });

  test('beyond the limit, whoever may let them pass is named', () => {
    const accounts = paidAhead(owing(), allAt({ at: 'month-end', days: 30 }));
    expect(refused(decided({ accounts, creditLimit: quantity('30') }))).toMatchObject({
      code: 'credit.exceeded',
      who: ['general-manager'],
      data: { debt: '37.5', limit: '30' },
    });
    events(decided({ accounts, creditLimit: quantity('37.5') }));
  });

  test('asked only of goods that could leave: what is wrong with them comes first', () => {
    const office = owing();
    const more = { ...command, order: undefined, lines: [part(1, '11')] };
    const basis = office.money('C001');
    const money = { ...basis, customer: { ...basis.customer, accounts: paidAhead(office) } };
    expect(refused(decideShipment(more as never, null, { ...around, orders: office.followed(), money })).code).toBe(
      'shipment.exceeds-open',
    );
  });

  test('never decided without the account of the customer', () => {
    const orders = owing().followed();
    for (const money of [null, owing().money('C002')])
      expect(() => decideShipment(command, null, { ...around, orders, money })).toThrow('was not loaded');
  });
});

describe('row 12: the receipt', () => {
  const receipt = (on = '2026-11-23', day = '2026-11-24') => ({ on: date(on), ...by(clerk, date(day)) });

  test('of all shipments completes the order, of a part it does not', () => {
    const office = orderAt('part-shipped');
    events(office.receive(note, receipt()));
    expect(office.status(so)).toBe('part-shipped');
    events(office.ship(whole));
    expect(office.status(so)).toBe('shipped');
    events(office.receive('DN-202611-00002' as ShipmentNumber, receipt()));
    expect(office.status(so)).toBe('completed');
    expect(office.shipment(note).received).toMatchObject({ on: '2026-11-23', by: { name: 'wang' } });
  });

  test('once, on a day from the shipment to today, by the desk', () => {
    const office = orderAt('shipped');
    expect(refused(office.receive(note, receipt('2026-11-25'))).code).toBe('date.in-future');
    expect(refused(office.receive(note, receipt('2026-11-20')))).toMatchObject({
      code: 'receipt.before-shipment',
      data: { shipment: note, date: '2026-11-21' },
    });
    expect(refused(office.receive(note, { on: today, ...by(shipper) })).code).toBe('role.not-allowed');
    events(office.receive(note, receipt('2026-11-21', '2026-11-21')));
    expect(refused(office.receive(note, receipt()))).toMatchObject({
      code: 'shipment.already-received',
      status: 'completed',
      data: { date: '2026-11-21' },
    });
  });

  test('of a shipment that is not there', () => {
    expect(
      decideShipment({ type: 'record-receipt', ...receipt() }, null, { ...around, orders: [], money: null }),
    ).toEqual({
      ok: false,
      reason: { code: 'shipment.not-found' },
    });
  });

  test('never decided without the orders it belongs to', () => {
    const shipment = orderAt('shipped').shipment(note);
    expect(() =>
      decideShipment({ type: 'record-receipt', ...receipt() }, shipment, { ...around, orders: [], money: null }),
    ).toThrow('not loaded');
  });
});
