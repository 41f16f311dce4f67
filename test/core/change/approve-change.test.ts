import { describe, expect, test } from 'vitest';
import type { ChangeItem } from '../../../core/change/change-item.ts';
import type { ChangeableOrder } from '../../../core/change/changeable-order.ts';
import { changePolicyOf } from '../../../core/change/policy.ts';
import { standardPolicy, withSetting } from '../../../core/policy/policy.ts';
import { events } from '../order/office.ts';
import { clerk, date, finance, head, line, manager, person, quantity } from '../order/sample-order.ts';
import { standardInForce } from '../policy/standard-policies.ts';
import { refused } from '../record/refused.ts';
import {
  agreeing,
  asking,
  cancel,
  changeAt,
  costing,
  Desk,
  dearer,
  director,
  fewer,
  general,
  inProduction,
  moneyManager,
  nothing,
  orderToShip,
  partShipped,
  policy,
  signerOf,
  supply,
} from './given.ts';

const approve = { type: 'approve-change' } as const;
const goInto = { type: 'bring-into-force' } as const;
const worth = (amount: string): ChangeableOrder =>
  orderToShip({}, [
    { ...line('A01', '10', { unitPrice: quantity(amount), amount: quantity(`${Number(amount) * 10}`) }), line: 1 },
  ]);
/** Whom a co-signed change waits for. */
const waitsFor = (items: readonly ChangeItem[], order = orderToShip()) =>
  refused(changeAt('cosigned', items, order).do(approve, person('nobody', 'order-desk-head', 'finance-manager'))).who;

describe('C6: who approves', () => {
  test('by the order’s total, as policy 1 has it', () => {
    const at = (total: string) => {
      const desk = changeAt('cosigned', [{ kind: 'line-quantity', line: 1, quantity: quantity('9') }], worth(total));
      return [head, manager, director, general].map((who) => desk.do(approve, who)).findIndex(({ ok }) => ok);
    };
    expect(['5000', '5000.01', '20000', '20000.01', '50000', '50000.01'].map(at)).toEqual([0, 1, 1, 2, 2, 3]);
  });

  test('the larger of old and new total counts', () => {
    const up: ChangeItem = { kind: 'line-quantity', line: 1, quantity: quantity('11') };
    expect(waitsFor([up], worth('5000'))).toEqual(['sales-manager', 'director', 'general-manager']);
  });

  test('without limit above, the last level has it', () => {
    const authority = [{ role: 'sales-manager', upTo: quantity('1') }] as const;
    const desk = changeAt('cosigned', [fewer]);
    Object.assign(desk, { policy: { ...policy, authority } });
    events(desk.do(approve, manager));
  });

  test('row 13: closing a remainder takes the sales manager, however small', () => {
    expect(waitsFor([{ kind: 'close-remainder', lines: [2] }], partShipped())).toEqual([
      'sales-manager',
      'director',
      'general-manager',
    ]);
  });

  test('not who asked; alone in the office with a reason', () => {
    const boss = person('boss', 'sales-manager');
    const asked = (rules = policy) => {
      const desk = new Desk(orderToShip(), { ...rules, departments: { ...policy.departments, 'line-quantity': [] } });
      events(desk.do(asking([fewer], desk.order), boss, 'so'));
      events(desk.do(agreeing));
      return desk;
    };
    expect(refused(asked().do(approve, boss))).toMatchObject({ code: 'duty.own-request', data: { name: 'boss' } });
    const alone = asked({ ...policy, duties: 'single-person' });
    expect(refused(alone.do(approve, boss)).code).toBe('reason.missing');
    events(alone.do(approve, boss, 'alone today'));
    expect(alone.change()).toMatchObject({ status: 'approved', approvals: [{ as: 'sales-manager' }] });
  });

  test('approved once is approved', () => {
    expect(refused(changeAt('approved').do(approve, director)).code).toBe('change.approved-already');
  });
});

describe('R32: once supply has begun', () => {
  const to = (wanted: string): ChangeItem => ({ kind: 'line-quantity', line: 1, quantity: quantity(wanted) });
  const dated = (day: string): ChangeItem => ({ kind: 'line-date', line: 1, dueDate: date(day) });
  const goods = { itemCode: 'A02', itemName: 'item A02', unitPrice: quantity('4') };
  const address: ChangeItem = { kind: 'delivery-address', address: 'Pier 2' };

  test.each([
    ['5 % fewer', to('9.5')],
    ['5 % more', to('10.5')],
    ['a later date', dated('2026-12-04')],
    ['another price', dearer],
    ['another address', address],
    ['a line nobody has begun', { kind: 'remove-line', line: 2 }],
  ] as const)('%s is minor', (_name, item) => {
    events(changeAt('cosigned', [item], inProduction()).do(approve, head));
  });

  test.each([
    ['more than 5 % fewer', to('9.4')],
    ['more than 5 % more', to('10.6')],
    ['an earlier date', dated('2026-12-02')],
    ['another item', { kind: 'line-item', line: 1, goods }],
    ['its removal', { kind: 'remove-line', line: 1 }],
    ['other wishes', { kind: 'line-requirements', line: 1, specialRequirements: 'painted' }],
  ] as const)('%s is not: the director lets it through, with a reason', (_name, item) => {
    const desk = changeAt('cosigned', [item], inProduction());
    expect(refused(desk.do(approve, manager))).toMatchObject({
      code: 'role.not-allowed',
      who: ['director', 'general-manager'],
    });
    expect(refused(desk.do(approve, director)).code).toBe('reason.missing');
    events(desk.do(approve, director, 'their best customer'));
    expect(desk.change()).toMatchObject({ status: 'approved', approvals: [{ as: 'director' }] });
  });

  test('in an office where the desk approves up to 100, and the legal head what is special', () => {
    const byAmount = [{ role: 'order-desk', upTo: '100' }];
    const own = withSetting(
      withSetting(standardPolicy, 'approval.byAmount', byAmount),
      'approval.beyondAmount',
      'legal',
    );
    const rules = changePolicyOf({ ...standardInForce, ...withSetting(own, 'change.special', 'legal') });
    const asker = person('sales', 'sales');
    const approver = (items: readonly ChangeItem[]) =>
      refused(changeAt('cosigned', items, inProduction(), nothing, rules).do(approve, asker)).who;
    expect(approver([to('9.9')])).toEqual(['order-desk', 'legal']);
    expect(approver([to('9')])).toEqual(['legal']);
    const desk = changeAt('cosigned', [to('9')], inProduction(), nothing, rules);
    events(desk.do(approve, person('fa', 'legal'), 'agreed with their lawyer'));
  });

  test('begun after the approval: it takes a higher one before it comes into force', () => {
    const desk = changeAt('approved');
    desk.order = inProduction();
    expect(refused(desk.do(goInto, head))).toMatchObject({
      code: 'change.approval-outdated',
      who: ['director', 'general-manager'],
    });
    events(desk.do(approve, director, 'we can still stop it'));
    events(desk.do(goInto, head));
    expect(desk.status()).toBe('in-force');
  });
});

describe('R33: cancelling by stage', () => {
  test('nobody has begun: the sales manager', () => {
    const desk = changeAt('cosigned', [cancel]);
    expect(refused(desk.do(approve, head)).who).toEqual(['sales-manager', 'director', 'general-manager']);
    events(desk.do(approve, manager));
    events(desk.do(goInto, head));
    expect(desk.change()).toMatchObject({ status: 'in-force', redLine: [] });
  });

  test('begun: settled first, then director and finance manager, two persons, each with a reason', () => {
    const desk = changeAt('cosigned', [cancel], inProduction(), costing('800'));
    expect(refused(desk.do(approve, director, 'settled')).code).toBe('change.loss-open');
    const shares = [{ party: 'customer', amount: quantity('800') }] as const;
    events(desk.do({ type: 'settle-loss', shares, basis: 'agreement of 20 November' }, manager));
    expect(refused(desk.do(approve, manager, 'so'))).toMatchObject({
      code: 'role.not-allowed',
      who: ['director', 'general-manager', 'finance-manager'],
    });
    expect(refused(desk.do(approve, director)).code).toBe('reason.missing');
    const both = person('both', 'director', 'finance-manager');
    events(desk.do(approve, both, 'settled'));
    expect(desk.change()).toMatchObject({ status: 'cosigned', approvals: [{ as: 'director' }] });
    expect(refused(desk.do(approve, both, 'settled')).code).toBe('duty.own-request');
    expect(refused(desk.do(goInto, head)).code).toBe('record.wrong-status');
    events(desk.do(approve, moneyManager, 'settled'));
    expect(desk.status()).toBe('approved');
  });

  test('settled anew, it takes every approval anew', () => {
    const desk = changeAt('cosigned', [cancel], inProduction(), costing('800'));
    const settle = (party: 'customer' | 'company') => {
      const shares = [{ party, amount: quantity('800') }];
      return desk.do({ type: 'settle-loss', shares, basis: 'agreement of 20 November' }, manager);
    };
    events(settle('customer'));
    events(desk.do(approve, director, 'the customer pays'));
    events(settle('company'));
    expect(desk.change()).toMatchObject({ status: 'cosigned', approvals: [] });
    events(desk.do(approve, moneyManager, 'so'));
    expect(desk.status()).toBe('cosigned');
  });

  test('something has left since it was asked: it is a return now', () => {
    const desk = changeAt('approved', [cancel]);
    desk.order = orderToShip({ status: 'part-shipped', lines: [supply(1, '1'), supply(2, '0')] });
    expect(refused(desk.do(goInto, head)).code).toBe('cancel.goods-left');
  });
});

describe('C7: into force', () => {
  test('with the red line of old and new, once', () => {
    const charges = [{ what: 'Change fee', amount: quantity('12.5'), itemCode: 'FEE' }];
    const desk = changeAt('in-force', [fewer], orderToShip(), { ...nothing, charges });
    expect(desk.change()).toMatchObject({
      status: 'in-force',
      redLine: [
        { line: null, field: 'total', before: '37.5', after: '45' },
        { line: 1, field: 'quantity', before: '10', after: '8' },
        { line: 1, field: 'amount', before: '25', after: '20' },
        { line: 3, field: 'itemCode', before: null, after: 'FEE' },
        { line: 3, field: 'itemName', before: null, after: 'Change fee' },
        { line: 3, field: 'quantity', before: null, after: '1' },
        { line: 3, field: 'unitPrice', before: null, after: '12.5' },
        { line: 3, field: 'amount', before: null, after: '12.5' },
      ],
    });
  });

  test('not once more has left than it leaves', () => {
    const desk = changeAt('approved', [fewer]);
    desk.order = orderToShip({ status: 'part-shipped', lines: [supply(1, '9', false), supply(2, '0', false)] });
    expect(refused(desk.do(goInto, head)).code).toBe('change.below-shipped');
  });

  test('by the order desk', () => {
    expect(refused(changeAt('approved').do(goInto, finance))).toMatchObject({ code: 'role.not-allowed' });
    events(changeAt('approved').do(goInto, clerk));
  });

  test('co-signers for each kind of change are asked once', () => {
    const order = orderToShip();
    const desk = new Desk(order);
    const address: ChangeItem = { kind: 'delivery-address', address: 'Pier 2' };
    events(desk.do(asking([fewer, dearer, address], order), clerk, 'so'));
    expect(desk.change().departments).toEqual(['production', 'purchasing', 'warehouse', 'finance']);
    for (const department of desk.change().departments) expect(signerOf(department)).toBeDefined();
  });
});
