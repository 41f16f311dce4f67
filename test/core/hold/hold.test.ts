import { describe, expect, test } from 'vitest';
import { blocks, checksToRelease } from '../../../core/hold/blocks.ts';
import { escalationDue, inCharge, standardEscalation, upFrom } from '../../../core/hold/escalation.ts';
import { heldActions } from '../../../core/hold/hold.ts';
import { holdReasons, isException, reasonRules } from '../../../core/hold/reasons.ts';
import { roles } from '../../../core/policy/roles.ts';
import { events } from '../order/office.ts';
import { clerk, date, number, person, shipper, today } from '../order/sample-order.ts';
import { refused } from '../record/refused.ts';
import {
  at,
  buyer,
  director,
  feedBack,
  hd,
  moneyManager,
  raise,
  release,
  report,
  resolve,
  so,
  Watch,
  watchAt,
} from './given.ts';

describe('H1: raising', () => {
  test('owner and what it blocks come from the reason, unless said otherwise', () => {
    const watch = new Watch();
    events(watch.do(raise('credit'), shipper, 'over the limit'));
    expect(watch.hold()).toMatchObject({
      number: hd(),
      status: 'raised',
      reason: 'credit',
      owner: 'finance-manager',
      blocks: ['confirm', 'produce', 'purchase', 'ship'],
      raised: { reason: 'over the limit', by: { userId: 'sun' } },
      escalations: [],
    });
    const other = new Watch();
    events(other.do(raise('credit', undefined, { blocks: ['ship'], owner: 'director' }), clerk, 'so'));
    expect(other.hold()).toMatchObject({ owner: 'director', blocks: ['ship'] });
  });

  test('on an active order and a line it has; on a customer without any', () => {
    const refusedOn = (status: 'closed' | 'archived' | 'void' | 'cancelled') => {
      const watch = new Watch();
      watch.order = { number: so, status, lines: [1] };
      return refused(watch.do(raise('quality'), clerk, 'so')).code;
    };
    for (const status of ['closed', 'archived', 'void', 'cancelled'] as const)
      expect(refusedOn(status)).toBe('hold.order-over');
    const line = (own: number) => raise('quality', { on: 'line', order: so, line: own });
    expect(refused(new Watch().do(line(3), clerk, 'so'))).toMatchObject({
      code: 'hold.line-unknown',
      data: { line: '3' },
    });
    events(new Watch().do(line(2), clerk, 'so'));
    const nowhere = new Watch();
    nowhere.order = null;
    expect(refused(nowhere.do(raise('quality'), clerk, 'so')).code).toBe('order.not-found');
    events(nowhere.do(raise('credit', { on: 'customer', customerCode: 'C001' }), clerk, 'so'));
    const other = new Watch();
    expect(() => other.do(raise('credit', { on: 'order', order: number(2) }), clerk, 'so')).toThrow('was loaded');
  });

  test('a hold blocks something, an exception need not; the deadline is still to come', () => {
    const idle = { blocks: [] };
    expect(refused(new Watch().do(raise('credit', undefined, idle), clerk, 'so')).code).toBe('hold.blocks-nothing');
    events(new Watch().do(raise('shortage', undefined, idle), clerk, 'so'));
    const until = (day: string) => new Watch().do(raise('credit', undefined, { deadline: at(day) }), clerk, 'so');
    expect(refused(until('2026-11-21')).code).toBe('hold.deadline-past');
    events(until('2026-11-22'));
  });

  test('a number is taken once', () => {
    expect(() => watchAt('raised').do(raise('credit'), clerk, 'so')).toThrow('is taken');
  });

  test('every reason has an owner who may act, every hold blocks something', () => {
    for (const reason of holdReasons)
      expect(isException(reason) || reasonRules[reason].blocks.length > 0, reason).toBe(true);
  });
});

describe('H2: escalation', () => {
  const escalate = (day = '2026-11-30') => ({ type: 'escalate-hold', deadline: at(day) }) as const;

  test('is due once the deadline has passed, to whoever stands above; a pure function of the moment', () => {
    const hold = watchAt('raised', 'customer-wish').hold();
    expect(escalationDue(hold, at('2026-11-23'), standardEscalation)).toBeNull();
    expect(escalationDue(hold, at('2026-11-24'), standardEscalation)).toBe('order-desk-head');
    expect(escalationDue(watchAt('resolved').hold(), at('2026-12-24'), standardEscalation)).toBeNull();
    expect(escalationDue(watchAt('reported').hold(), at('2026-12-24'), standardEscalation)).toBe('director');
  });

  test('moves owner and deadline up, step by step, to the general manager and no further', () => {
    const watch = watchAt('raised');
    expect(refused(watch.do(escalate(), clerk, undefined, '2026-11-23')).code).toBe('hold.not-due');
    expect(refused(watch.do(escalate('2026-11-24'), clerk, undefined, '2026-11-24')).code).toBe('hold.deadline-past');
    events(watch.do(escalate('2026-11-26'), clerk, undefined, '2026-11-24'));
    expect(watch.status()).toBe('raised');
    expect(inCharge(watch.hold())).toEqual({ owner: 'director', deadline: at('2026-11-26') });
    expect(refused(watch.do(escalate(), clerk, undefined, '2026-11-26')).code).toBe('hold.not-due');
    events(watch.do(escalate('2026-11-28'), clerk, undefined, '2026-11-27'));
    expect(inCharge(watch.hold()).owner).toBe('general-manager');
    expect(refused(watch.do(escalate(), clerk, undefined, '2026-11-29')).code).toBe('hold.not-due');
    expect(refused(watch.do(resolve, moneyManager)).who).toEqual(['general-manager']);
  });

  test('every chain ends, with the general manager, and a ring doesn’t go round for ever', () => {
    for (const role of roles.filter((each) => each in standardEscalation))
      expect(upFrom(role, standardEscalation).at(-1), role).toBe('general-manager');
    expect(upFrom('sales', { sales: 'order-desk', 'order-desk': 'sales' })).toEqual(['sales', 'order-desk']);
  });
});

describe('H3–H5: reported, resolved, fed back (R46)', () => {
  test('an exception is reported first; a plain hold may be resolved at once', () => {
    const shortage = watchAt('raised', 'shortage');
    expect(refused(shortage.do(resolve, buyer)).code).toBe('hold.not-reported');
    expect(refused(shortage.do({ ...report, to: ' ' })).code).toBe('hold.nobody-told');
    events(shortage.do(report));
    expect(shortage.hold()).toMatchObject({ reported: { to: 'Head of purchasing', plan: 'split the order' } });
    events(shortage.do(resolve, buyer));
    events(watchAt('raised').do(resolve, moneyManager));
  });

  test('resolved by its owner or above, with what was done and what is learnt', () => {
    const watch = watchAt('raised');
    expect(refused(watch.do(resolve, clerk))).toMatchObject({
      code: 'role.not-allowed',
      who: ['finance-manager', 'director', 'general-manager'],
    });
    expect(refused(watch.do({ ...resolve, what: '' }, moneyManager)).code).toBe('hold.lesson-missing');
    expect(refused(watch.do({ ...resolve, lesson: ' ' }, moneyManager)).code).toBe('hold.lesson-missing');
    events(watch.do(resolve, director));
    expect(watch.hold()).toMatchObject({ status: 'resolved', resolution: { what: 'paid up' } });
  });

  test('fed back once, to somebody, not on a day to come', () => {
    const watch = watchAt('resolved');
    expect(refused(watch.do({ ...feedBack, on: date('2026-11-22') })).code).toBe('date.in-future');
    expect(refused(watch.do({ ...feedBack, told: '' })).code).toBe('hold.nobody-told');
    events(watch.do(feedBack));
    expect(refused(watch.do(feedBack))).toMatchObject({ code: 'hold.fed-back-already', data: { date: today } });
    expect(watch.status()).toBe('resolved');
  });
});

describe('H6: release 放行', () => {
  test('by the owner, when credit and stock allow it again', () => {
    const watch = watchAt('resolved');
    expect(refused(watch.do(release, clerk)).code).toBe('role.not-allowed');
    watch.checks = { credit: false, stock: true };
    expect(refused(watch.do(release, moneyManager)).code).toBe('hold.credit-fails');
    watch.checks = { credit: true, stock: false };
    expect(refused(watch.do(release, moneyManager)).code).toBe('hold.stock-fails');
    watch.checks = { credit: true };
    expect(() => watch.do(release, moneyManager)).toThrow('stock was not checked');
    watch.checks = { credit: true, stock: true };
    events(watch.do(release, moneyManager));
    expect(watch.status()).toBe('released');
  });

  test('an exception only after customer and departments know', () => {
    const watch = watchAt('resolved', 'shortage', buyer);
    expect(refused(watch.do(release, buyer)).code).toBe('hold.not-fed-back');
    watch.checks = {};
    events(watch.do(feedBack));
    events(watch.do(release, buyer)); // it blocked nothing: nothing to check
  });

  test('of a customer asks for credit only', () => {
    const watch = watchAt('resolved', 'credit', moneyManager, { on: 'customer', customerCode: 'C001' });
    expect(checksToRelease(watch.hold())).toEqual(['credit']);
    watch.checks = { credit: true };
    events(watch.do(release, moneyManager));
  });
});

describe('the doors a hold closes', () => {
  const target = { order: so, customerCode: 'C001' };
  const held = (watch: Watch, where: Parameters<typeof blocks>[2] = target) =>
    heldActions.filter((action) => blocks([watch.hold()], action, where).length > 0);

  test('those it names, until it is released', () => {
    for (const status of ['raised', 'reported', 'resolved'] as const)
      expect(held(watchAt(status))).toEqual(['confirm', 'produce', 'purchase', 'ship']);
    expect(held(watchAt('released'))).toEqual([]);
    expect(held(watchAt('raised', 'shortage'))).toEqual([]);
  });

  test('of its order, its line, all orders of its customer', () => {
    const onLine = watchAt('raised', 'quality', moneyManager, { on: 'line', order: so, line: 2 });
    expect(held(onLine)).toEqual(['ship']);
    expect(held(onLine, { ...target, lines: [1] })).toEqual([]);
    expect(held(onLine, { ...target, lines: [1, 2] })).toEqual(['ship']);
    expect(held(onLine, { ...target, order: number(2) })).toEqual([]);
    expect(held(watchAt('raised', 'quality'), { ...target, order: number(2) })).toEqual([]);
    expect(held(watchAt('raised', 'quality'), { ...target, lines: [1] })).toEqual(['ship']);
    const onCustomer = watchAt('raised', 'quality', moneyManager, { on: 'customer', customerCode: 'C001' });
    expect(held(onCustomer, { ...target, order: number(2) })).toEqual(['ship']);
    expect(held(onCustomer, { ...target, customerCode: 'C002' })).toEqual([]);
  });

  test('names all that block', () => {
    const all = [watchAt('raised').hold(), watchAt('raised', 'quality').hold(), watchAt('raised', 'shortage').hold()];
    expect(blocks(all, 'ship', target).map(({ reason }) => reason)).toEqual(['credit', 'quality']);
  });
});

test('who else may raise: everybody but the administrator', () => {
  for (const role of roles)
    expect(new Watch().do(raise('credit'), person('one', role), 'so').ok, role).toBe(role !== 'administrator');
});
