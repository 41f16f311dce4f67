import { describe, expect, test } from 'vitest';
import type { Hold } from '../../../core/hold/hold.ts';
import { lateDaysOf } from '../../../core/order/lateness.ts';
import { progressOf } from '../../../core/order/progress.ts';
import { policyInForce } from '../../../core/policy/in-force.ts';
import { standardPolicy, withSetting } from '../../../core/policy/policy.ts';
import type { ShipmentNumber } from '../../../core/shipment/shipment.ts';
import { events, type Office, refused } from '../order/office.ts';
import {
  boss,
  by,
  clerk,
  controller,
  date,
  head,
  manager,
  number,
  person,
  posting,
  quantity,
  shipper,
  today,
} from '../order/sample-order.ts';
import { orderAt } from '../order/walk.ts';

const so = number();
const whole = { order: so, lines: [] } as const;
const part = (count: string, line = 1) => ({ order: so, line, quantity: quantity(count) });
const supervisor = person('han', 'service-supervisor');
const emergency = (reason: string | undefined = 'line down at the customer') =>
  ({ type: 'ship-emergency', ...whole, ...by(supervisor, today, reason) }) as const;
const unpaid = (status: Parameters<typeof orderAt>[0]): Office => {
  const office = orderAt(status);
  office.isPaid = () => false;
  return office;
};
const held = (scope: Hold['scope'] = { on: 'order', order: so }): Hold => ({
  number: 'HD-202611-00001' as Hold['number'],
  reason: 'quality',
  scope,
  blocks: ['ship'],
  raised: { at: by(head).at, by: by(head).by },
  owner: 'quality',
  deadline: by(head, date('2026-11-30')).at,
  escalations: [],
  status: 'raised',
});

describe('row 11: an emergency', () => {
  test.each(['to-confirm', 'awaiting-countersign', 'to-ship'] as const)(
    'at %s goods go ahead of letter and money',
    (at) => {
      const office = unpaid(at);
      events(office.ship(emergency()));
      const [shipment] = office.shipmentsOf(so);
      // 2026-11-21 is a Saturday: one working day later is Monday.
      expect(shipment?.emergency).toEqual({ papersBy: '2026-11-23' });
      expect(office.status(so)).toBe(at === 'to-ship' ? 'shipped' : at);
      expect(
        progressOf(office.order(so), office.shipmentsOf(so)).map(({ open, reserved }) => [open, reserved]),
      ).toEqual([
        ['0', '0'],
        ['0', '0'],
      ]);
    },
  );

  test('only by a supervisor, only with a reason, never before the order is confirmed', () => {
    const office = orderAt('awaiting-countersign');
    expect(refused(office.ship({ ...emergency(), ...by(shipper, today, 'quick') }))).toMatchObject({
      code: 'role.not-allowed',
      who: ['service-supervisor', 'director', 'general-manager'],
    });
    expect(refused(office.ship(emergency(' '))).code).toBe('reason.missing');
    expect(refused(orderAt('in-review').ship(emergency())).code).toBe('order.wrong-status');
  });

  test('its letter is late from the day its papers were due', () => {
    const office = orderAt('to-confirm');
    events(office.ship(emergency()));
    const late = (day: string) => lateDaysOf(office.order(so), office.shipmentsOf(so), date(day));
    expect([late('2026-11-23'), late('2026-11-25')]).toEqual([0, 2]);
  });

  test('what has left is neither cancelled nor voided; received and countersigned, the order is completed', () => {
    const office = orderAt('awaiting-countersign');
    events(office.ship(emergency()));
    const cancel = { type: 'cancel-order', ...by(manager, today, 'withdrew') } as const;
    expect(refused(office.do(so, cancel))).toMatchObject({ code: 'cancel.goods-left', data: { line: '1' } });
    events(office.receive('DN-202611-00001' as ShipmentNumber, { on: today, ...by(clerk) }));
    expect(office.status(so)).toBe('awaiting-countersign');
    events(office.do(so, { type: 'record-countersign', on: today, ...by(clerk) }));
    expect(office.status(so)).toBe('completed');
  });

  test('back in review it is approved for what is still open only', () => {
    const office = orderAt('awaiting-countersign');
    events(office.ship({ ...emergency(), order: undefined as never, lines: [part('4')] }));
    events(office.do(so, { type: 'correct-letter', ...by(clerk, today, 'other colour') }));
    expect(refused(office.do(so, { type: 'void-order', ...by(clerk, today, 'no') })).code).toBe('cancel.goods-left');
    events(office.do(so, { type: 'approve-order', ...by(head) }));
    expect(progressOf(office.order(so), office.shipmentsOf(so))[0]).toMatchObject({
      shipped: '4',
      open: '6',
      reserved: '6',
    });
  });

  test('back in review nobody changes what has left, nor has it made', () => {
    const office = orderAt('awaiting-countersign');
    events(office.ship({ ...emergency(), order: undefined as never, lines: [part('4')] }));
    events(office.do(so, { type: 'correct-letter', ...by(clerk, today, 'other colour') }));
    expect(refused(office.do(so, posting(by(clerk), { contentHash: 'other' })))).toMatchObject({
      code: 'order.content-differs',
      status: 'in-review',
    });
    const made = (line: number) => ({
      type: 'approve-order' as const,
      supply: [{ line, mode: 'production' as const }],
      ...by(head),
    });
    expect(refused(office.do(so, made(1)))).toMatchObject({ code: 'supply.line-unknown', data: { line: '1' } });
    events(office.do(so, made(2)));
  });

  test('a hold on shipping holds it as well', () => {
    const office = orderAt('to-ship');
    office.holds = [held()];
    expect(refused(office.ship(emergency()))).toMatchObject({ code: 'hold.blocks', who: ['quality'] });
  });
});

describe('row H: goods on hold', () => {
  test('do not leave, and the refusal names the hold and its owner', () => {
    const office = orderAt('to-ship');
    office.holds = [held({ on: 'line', order: so, line: 2 })];
    expect(refused(office.ship({ ...whole, ...by(shipper) }))).toMatchObject({
      code: 'hold.blocks',
      who: ['quality'],
      data: { hold: 'HD-202611-00001', holdReason: 'quality' },
    });
    events(office.ship({ lines: [part('10')], ...by(shipper) }));
  });
});

describe('row 10a: finance answers for what is unpaid', () => {
  const allow = (who = controller) => ({ type: 'allow-shipping', ...by(who, today, 'transfer slip seen') }) as const;

  test('for the next goods that leave, not for those after', () => {
    const office = unpaid('to-ship');
    expect(refused(office.ship({ ...whole, ...by(shipper) })).code).toBe('payment.balance-missing');
    events(office.do(so, allow()));
    events(office.ship({ lines: [part('4')], ...by(shipper, date('2026-11-22')) }));
    expect(refused(office.ship({ ...whole, ...by(shipper, date('2026-11-23')) })).code).toBe('payment.balance-missing');
    events(office.do(so, allow(boss)));
  });

  test('only finance or the management, with a reason', () => {
    const office = unpaid('to-ship');
    expect(refused(office.do(so, allow(head)))).toMatchObject({
      code: 'role.not-allowed',
      who: ['finance-manager', 'general-manager'],
    });
    expect(refused(office.do(so, { type: 'allow-shipping', ...by(controller) })).code).toBe('reason.missing');
  });
});

describe('policy 9: a little more than ordered', () => {
  const tolerant = (share: string) =>
    policyInForce({ version: 3, policy: withSetting(standardPolicy, 'goods.tolerance', share) }, 2);

  test('leaves within the tolerance, not beyond, and never twice', () => {
    const office = orderAt('to-ship', undefined, tolerant('0.1'));
    expect(refused(office.ship({ lines: [part('11.1')], ...by(shipper) })).code).toBe('shipment.exceeds-open');
    events(office.ship({ lines: [part('11')], ...by(shipper) }));
    expect(progressOf(office.order(so), office.shipmentsOf(so))[0]).toMatchObject({
      ordered: '10',
      shipped: '11',
      open: '0',
    });
    expect(refused(office.ship({ lines: [part('0.1')], ...by(shipper) })).code).toBe('shipment.exceeds-open');
  });

  test('without one, not a piece', () => {
    expect(refused(orderAt('to-ship').ship({ lines: [part('10.1')], ...by(shipper) })).code).toBe(
      'shipment.exceeds-open',
    );
  });
});

describe('row 12: refused at the door', () => {
  const note = 'DN-202611-00001' as ShipmentNumber;
  const receive = (office: Office, count: string, line = 1) =>
    office.receive(note, { on: today, refused: [part(count, line)], objection: 'dented', ...by(clerk) });

  test('what was refused is open again, held again, and nobody owes it', () => {
    const office = orderAt('shipped');
    events(receive(office, '3'));
    expect(office.status(so)).toBe('part-shipped');
    expect(progressOf(office.order(so), office.shipmentsOf(so))[0]).toMatchObject({
      shipped: '7',
      received: '7',
      open: '3',
      ready: '3',
      reserved: '3',
    });
    expect(office.available('A01')).toBe('40');
    expect(office.shipment(note).received).toMatchObject({ objection: 'dented', refused: [part('3')] });
    events(office.ship({ ...whole, ...by(shipper) }));
    expect(office.status(so)).toBe('shipped');
  });

  test('all of it: the order is to ship once more', () => {
    const office = orderAt('shipped');
    events(office.receive(note, { on: today, refused: [part('10'), part('5', 2)], ...by(clerk) }));
    expect(office.status(so)).toBe('to-ship');
  });

  test('never more than it brought, nor twice, nor of another line', () => {
    const code = (count: string, line?: number) => refused(receive(orderAt('shipped'), count, line)).code;
    expect(code('10.5')).toBe('receipt.refuses-too-much');
    expect(code('0')).toBe('shipment.quantity-not-positive');
    expect(code('1', 9)).toBe('shipment.line-unknown');
    const twice = orderAt('shipped').receive(note, { on: today, refused: [part('1'), part('1')], ...by(clerk) });
    expect(refused(twice).code).toBe('shipment.line-unknown');
  });
});
