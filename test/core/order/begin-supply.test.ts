import { describe, expect, test } from 'vitest';
import type { HeldAction } from '../../../core/hold/hold.ts';
import type { SupplyMode } from '../../../core/order/supply.ts';
import { raise, Watch, watchAt } from '../hold/given.ts';
import { events, type Office, refused } from './office.ts';
import {
  boss,
  by,
  checkedOrder,
  clerk,
  controller,
  date,
  finance,
  head,
  number,
  person,
  planner,
  quantity,
  shipper,
  today,
} from './sample-order.ts';
import { orderAt } from './walk.ts';

const so = number();
const begin = (more: { lines?: number[] } = {}) =>
  ({ type: 'begin-supply', readyOn: date('2026-12-01'), ...by(planner), ...more }) as const;

describe('row 8: the prepayment is in (R67)', () => {
  const unpaid = (customerClass: string, orderType?: 'sample' | 'internal' | 'replacement'): Office => {
    const posted = orderType === undefined ? {} : { orderType };
    const office = orderAt('to-supply', checkedOrder(undefined, customerClass), undefined, posted);
    office.isPaid = () => false;
    return office;
  };

  test('where the terms ask for it; once it is, supply begins', () => {
    const office = unpaid('B');
    expect(refused(office.do(so, begin()))).toMatchObject({
      code: 'payment.prepayment-missing',
      status: 'to-supply',
      data: { order: so, required: '11.25', paid: '0', missing: '11.25', currency: 'CNY' },
    });
    expect(office.status(so)).toBe('to-supply');
    office.isPaid = () => true;
    events(office.do(so, begin()));
  });

  test('class A pays later; who is given the goods doesn’t pay', () => {
    events(unpaid('A').do(so, begin()));
    events(unpaid('B', 'sample').do(so, begin()));
    events(unpaid('B', 'internal').do(so, begin()));
    expect(refused(unpaid('B', 'replacement').do(so, begin())).code).toBe('payment.prepayment-missing');
  });
});

describe('row 8: no hold on what is to be done', () => {
  /** Line 1 is made, line 2 is bought. */
  function madeAndBought(): Office {
    const office = orderAt('in-review');
    const supply = ['production', 'purchase'].map((mode, at) => ({ line: at + 1, mode: mode as SupplyMode }));
    events(office.do(so, { type: 'approve-order', supply, ...by(head) }));
    events(office.do(so, { type: 'issue-letter', ...by(clerk) }));
    events(office.do(so, { type: 'record-countersign', on: today, ...by(clerk) }));
    return office;
  }
  const onLine = (line: number, blocks: readonly HeldAction[]) => {
    const watch = new Watch();
    events(watch.do(raise('customer-wish', { on: 'line', order: so, line }, { blocks }), clerk, 'wait'));
    return watch.hold();
  };

  test.each([
    ['production, of what is made', 1, ['produce'], [1], false],
    ['production, of what is bought', 2, ['produce'], [2], true],
    ['purchasing, of what is bought', 2, ['purchase'], [2], false],
    ['purchasing, of another line', 2, ['purchase'], [1], true],
    ['one of all that would begin', 2, ['purchase'], undefined, false],
    ['shipping', 1, ['ship'], [1], true],
  ] as const)('a hold on %s', (_, line, blocks, lines, allowed) => {
    const office = madeAndBought();
    office.holds = [onLine(line, blocks)];
    const decision = office.do(so, begin(lines === undefined ? {} : { lines: [...lines] }));
    if (allowed) events(decision);
    else expect(refused(decision)).toMatchObject({ code: 'hold.blocks', status: 'to-supply', who: ['order-desk'] });
  });

  test('what the supplier sends himself is bought as well', () => {
    const office = orderAt('in-review');
    events(office.do(so, { type: 'approve-order', supply: [{ line: 1, mode: 'direct' }], ...by(head) }));
    events(office.do(so, { type: 'issue-letter', ...by(clerk) }));
    events(office.do(so, { type: 'record-countersign', on: today, ...by(clerk) }));
    office.holds = [onLine(1, ['purchase'])];
    expect(refused(office.do(so, begin())).code).toBe('hold.blocks');
    office.holds = [onLine(1, ['produce'])];
    events(office.do(so, begin()));
  });

  test('a released hold is over', () => {
    const office = madeAndBought();
    office.holds = [watchAt('released', 'credit').hold()];
    events(office.do(so, begin()));
  });
});

describe('row 8b: as row 8 after other lines have left', () => {
  test('the rest begins, is made, released and leaves', () => {
    const office = orderAt('to-supply');
    events(office.ship({ order: so, lines: [], ...by(shipper) }));
    expect(office.status(so)).toBe('part-shipped');
    office.isPaid = () => false;
    expect(refused(office.do(so, begin()))).toMatchObject({
      code: 'payment.prepayment-missing',
      status: 'part-shipped',
    });
    office.isPaid = () => true;
    events(office.do(so, begin()));
    expect(office.status(so)).toBe('part-shipped');
    const all = [{ line: 2, quantity: quantity('5') }];
    events(office.do(so, { type: 'report-supply', lines: all, ...by(planner) }));
    events(office.do(so, { type: 'release-quality', lines: all, ...by(person('kong', 'quality')) }));
    events(office.ship({ order: so, lines: [], ...by(shipper) }));
    expect(office.status(so)).toBe('shipped');
  });
});

describe('row 10a: in spite of what is unpaid', () => {
  const allow = (who = controller, reason: string | undefined = 'the transfer is on its way') =>
    ({ type: 'allow-shipping', ...by(who, today, reason) }) as const;

  test('finance answers for it by name and reason, in the role whose word goes furthest', () => {
    const office = orderAt('to-ship');
    expect(refused(office.do(so, allow(finance)))).toMatchObject({
      code: 'role.not-allowed',
      who: ['finance-manager', 'general-manager'],
    });
    expect(refused(office.do(so, allow(controller, ' '))).code).toBe('reason.missing');
    events(office.do(so, allow()));
    expect(office.order(so)).toMatchObject({
      shippingAllowed: { as: 'finance-manager', by: { userId: 'zheng' }, reason: 'the transfer is on its way' },
    });
    events(office.do(so, allow(person('both', 'general-manager', 'finance-manager'))));
    expect(office.order(so)).toMatchObject({ shippingAllowed: { as: 'general-manager' } });
  });

  test.each(['to-supply', 'in-supply', 'to-ship', 'part-shipped'] as const)('at %s the order stays there', (status) => {
    const office = orderAt(status);
    events(office.do(so, allow(boss)));
    expect(office.status(so)).toBe(status);
  });
});
