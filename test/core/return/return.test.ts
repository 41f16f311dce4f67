import { describe, expect, test } from 'vitest';
import { decideReturn } from '../../../core/return/decide.ts';
import { claimedOf, returnedOf } from '../../../core/return/returned.ts';
import { events } from '../order/office.ts';
import { by, clerk, date, finance, manager, number, person, quantity, shipper, today } from '../order/sample-order.ts';
import { refused } from '../record/refused.ts';
import {
  approve,
  Door,
  dispose,
  doorAt,
  handBack,
  inspect,
  looked,
  part,
  put,
  refund,
  replace,
  rt,
  so,
  storeman,
} from './given.ts';

describe('R1: asking', () => {
  test('keeps kind, lines and why; of several orders of one customer', () => {
    const door = new Door();
    events(door.ask('exchange', [part(1, '4'), part(1, '3', number(2))]));
    expect(door.goods()).toMatchObject({
      number: rt(),
      kind: 'exchange',
      status: 'asked',
      customerCode: 'C001',
      lines: [part(1, '4'), part(1, '3', number(2))],
      asked: { reason: 'scratched', by: { userId: 'wang' } },
      askedOn: today,
    });
  });

  test('all that was received, not one more', () => {
    events(new Door().ask('return', [part(1, '10')]));
    expect(refused(new Door().ask('return', [part(1, '11')]))).toMatchObject({
      code: 'return.exceeds-received',
      data: { order: so, line: '1', item: 'A01', wanted: '11', returnable: '10' },
    });
  });

  test('less what other returns claim, whatever became of them', () => {
    const door = doorAt('settled');
    expect(refused(door.ask('return', [part(1, '7')], rt(2))).data).toMatchObject({ returnable: '6' });
    events(door.ask('return', [part(1, '6')], rt(2)));
    expect(refused(door.ask('return', [part(1, '1')], rt(3))).data).toMatchObject({ returnable: '0' });
    events(door.do({ type: 'refuse-return' }, manager, 'too old', rt(2)));
    events(door.ask('return', [part(1, '6')], rt(3)));
    events(door.do({ type: 'withdraw-return' }, clerk, 'kept them', rt(3)));
    events(door.ask('return', [part(1, '6')], rt(4)));
  });

  test.for([
    ['件', '10', '1.5', false],
    ['件', '10', '2.0', true],
    ['件', '2.5', '0.5', true],
    ['打', '10', '2.5', true],
    ['米', '10', '1.5', true],
    [undefined, '10', '1.5', true],
  ] as const)('of %s, %s ordered: %s may come back is %s', ([unit, ordered, wanted, may]) => {
    const line = { line: 1, itemCode: 'A01', ordered: quantity(ordered), received: quantity(ordered) };
    const order = { number: so, customerCode: 'C001', lines: [{ ...line, ...(unit !== undefined && { unit }) }] };
    const ask = { type: 'ask-return', number: rt(), kind: 'return', lines: [part(1, wanted)] } as const;
    const context = { orders: [order], returns: [], policy: { duties: 'strict' } } as const;
    const decision = decideReturn({ ...ask, ...by(clerk, today, 'scratched') }, null, context);
    if (may) events(decision);
    else expect(refused(decision)).toMatchObject({ code: 'quantity.part-of-piece', data: { item: 'A01', wanted } });
  });

  test('a line named twice is summed; nothing hides behind a negative entry', () => {
    expect(refused(new Door().ask('return', [part(1, '6'), part(1, '5')])).code).toBe('return.exceeds-received');
    expect(refused(new Door().ask('return', [part(1, '12'), part(1, '-2')])).code).toBe('return.quantity-not-positive');
    expect(refused(new Door().ask('return', [part(1, '0')])).code).toBe('return.quantity-not-positive');
    const door = new Door();
    events(door.ask('return', [part(1, '6'), part(1, '4')]));
    expect(door.goods().lines).toEqual([part(1, '10')]);
  });

  test('no lines, no such order, no such line, two customers, a number taken', () => {
    expect(refused(new Door().ask('return', [])).code).toBe('return.nothing');
    expect(refused(new Door().ask('return', [part(1, '1', number(8))])).code).toBe('order.not-found');
    expect(refused(new Door().ask('return', [part(3, '1')])).code).toBe('return.line-unknown');
    expect(refused(new Door().ask('return', [part(1, '1'), part(1, '1', number(3))]))).toMatchObject({
      code: 'return.customers-differ',
      data: { customer: 'C001', other: 'C002' },
    });
    expect(() => doorAt('asked').ask('return', [part(1, '1')])).toThrow('is taken');
  });

  test('a return that is not there', () => {
    const context = { orders: [], returns: [], policy: { duties: 'strict' } } as const;
    expect(refused(decideReturn({ ...approve, ...by(manager) }, null, context)).code).toBe('record.not-found');
  });
});

describe('R2: approving', () => {
  const boss = person('wang', 'sales-manager'); // the clerk's own hands in another role
  test('not who asked', () => {
    expect(refused(doorAt('asked').do(approve, boss))).toMatchObject({
      code: 'duty.own-request',
      data: { name: 'wang', record: rt(), recordStatus: 'return.asked' },
    });
    events(doorAt('asked').do(approve, manager));
  });
  test('alone in the office with a reason', () => {
    const door = new Door('single-person');
    events(door.ask('return', [part(1, '1')]));
    expect(refused(door.do(approve, boss)).code).toBe('reason.missing');
    events(door.do(approve, boss, 'alone today'));
    expect(door.goods()).toMatchObject({ status: 'approved', approved: { reason: 'alone today' } });
  });
});

describe('R3: at the door', () => {
  const open = () => doorAt('approved');

  test('part accepted, part rejected, some never sent', () => {
    const door = open();
    events(door.do(inspect(looked(1, '2', '1')), storeman));
    expect(door.goods()).toMatchObject({
      status: 'inspected',
      inspection: {
        arrivedOn: today,
        fault: 'company',
        lines: [{ accepted: '2', rejected: '1', condition: 'opened' }],
      },
    });
  });

  test('nothing accepted turns all of it back; the customer has it still', () => {
    const door = open();
    events(door.do(inspect(looked(1, '0', '4')), storeman));
    expect(door.status()).toBe('turned-back');
    events(door.ask('return', [part(1, '10')], rt(2)));
  });

  test('no more than was asked, each line once, none below zero, something at all', () => {
    for (const lines of [
      [looked(1, '3', '2')],
      [looked(1, '5', '-1')],
      [looked(1, '-1', '5')],
      [looked(2, '1')],
      [looked(1, '1'), looked(1, '1')],
    ])
      expect(refused(open().do(inspect(...lines), storeman)).code).toBe('return.inspection-differs');
    expect(refused(open().do(inspect(), storeman)).code).toBe('return.nothing');
    expect(refused(open().do(inspect(looked(1, '0')), storeman)).code).toBe('return.nothing');
  });

  test('on a day from asking to today', () => {
    const came = (day: string) =>
      open().do({ ...inspect(looked(1, '4')), arrivedOn: date(day) }, storeman, undefined, rt(), date('2026-11-23'));
    expect(refused(came('2026-11-20')).code).toBe('return.arrived-before-asked');
    expect(refused(came('2026-11-24')).code).toBe('date.in-future');
    events(came('2026-11-21'));
    events(came('2026-11-23'));
  });
});

describe('R4: where it goes', () => {
  test('into stock and to scrap, with a reason for the latter, exactly what was accepted', () => {
    const door = doorAt('inspected');
    expect(refused(door.do(dispose(put(1, '3', '1')), storeman)).code).toBe('reason.missing');
    expect(refused(door.do(dispose(put(1, '3')), storeman))).toMatchObject({
      code: 'return.disposition-differs',
      data: { accepted: '4', gone: '3' },
    });
    expect(refused(door.do(dispose(put(1, '5')), storeman)).code).toBe('return.disposition-differs');
    expect(refused(door.do(dispose(put(1, '5', '-1')), storeman, 'so')).code).toBe('return.disposition-differs');
    expect(refused(door.do(dispose(put(1, '4'), put(2, '1')), storeman)).code).toBe('return.line-unknown');
    events(door.do(dispose(put(1, '3'), put(1, '0', '1')), storeman, 'broken'));
    expect(door.status()).toBe('disposed');
  });

  test('only a repair is mended, and never becomes our stock', () => {
    expect(refused(doorAt('inspected').do(dispose(put(1, '3', '0', '1')), storeman)).code).toBe('return.not-a-repair');
    expect(refused(doorAt('inspected', 'repair').do(dispose(put(1, '1', '0', '3')), storeman)).code).toBe(
      'return.repair-restocked',
    );
    events(doorAt('inspected', 'repair').do(dispose(put(1, '0', '1', '3')), storeman, 'beyond repair'));
  });
});

describe('R5–R7: what the customer gets', () => {
  test('money, once, above zero, with its paper', () => {
    const door = doorAt('disposed');
    expect(refused(door.do({ ...refund, amount: quantity('0') }, finance)).code).toBe('return.refund-not-positive');
    expect(refused(door.do({ ...refund, paper: ' ' }, finance)).code).toBe('paper.reference-missing');
    expect(refused(door.do(handBack, shipper)).code).toBe('return.nothing-owed');
    events(door.do(refund, finance));
    expect(door.goods()).toMatchObject({ status: 'settled', refund: { amount: '10', currency: 'CNY', paper: 'CN-7' } });
    expect(refused(door.do(refund, finance)).code).toBe('record.wrong-status');
  });

  test('other goods for an exchange, as another order; not for a plain return', () => {
    const door = doorAt('disposed', 'exchange');
    expect(refused(doorAt('disposed').do(replace, clerk)).code).toBe('return.not-an-exchange');
    expect(refused(door.do({ ...replace, order: so }, clerk)).code).toBe('return.replaced-by-itself');
    events(door.do(replace, clerk));
    expect(door.goods()).toMatchObject({ status: 'settled', replacement: { order: number(9) } });
    events(doorAt('disposed', 'exchange').do(refund, finance)); // the goods may have run out
  });

  test('his own goods mended, and money or goods for those that could not be', () => {
    const door = doorAt('inspected', 'repair');
    events(door.do(dispose(put(1, '0', '1', '3')), storeman, 'beyond repair'));
    const back = (day: string) => door.do({ ...handBack, on: date(day) }, shipper, undefined, rt(), date('2026-11-23'));
    expect(refused(back('2026-11-24')).code).toBe('date.in-future');
    expect(refused(back('2026-11-20')).code).toBe('return.back-before-arrival');
    events(back('2026-11-22'));
    expect(door.status()).toBe('disposed');
    expect(refused(back('2026-11-22')).code).toBe('return.nothing-owed');
    events(door.do(replace, clerk));
    expect(door.goods()).toMatchObject({ status: 'settled', handedBack: { on: '2026-11-22' } });
  });

  test('the other way round: money first, then the mended goods', () => {
    const door = doorAt('inspected', 'repair');
    events(door.do(dispose(put(1, '0', '1', '3')), storeman, 'beyond repair'));
    events(door.do(refund, finance));
    expect([door.status(), refused(door.do(replace, clerk)).code]).toEqual(['disposed', 'return.nothing-owed']);
    events(door.do(handBack, shipper));
    expect(door.status()).toBe('settled');
  });

  test('mended goods are the customer’s again: they may come back once more', () => {
    const door = doorAt('disposed', 'repair');
    expect(claimedOf(door.all(), so, 1)).toBe('4');
    events(door.do(handBack, shipper));
    expect([claimedOf(door.all(), so, 1), returnedOf(door.all(), so, 1)]).toEqual(['0', '0']);
    expect([claimedOf(doorAt('disposed').all(), so, 1), returnedOf(doorAt('disposed').all(), so, 1)]).toEqual([
      '4',
      '4',
    ]);
    expect([claimedOf(doorAt('inspected').all(), so, 1), returnedOf(doorAt('inspected').all(), so, 1)]).toEqual([
      '4',
      '0',
    ]);
  });
});
