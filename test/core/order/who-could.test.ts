import { describe, expect, test } from 'vitest';
import { watchAt } from '../hold/given.ts';
import { events, refused } from './office.ts';
import {
  archivist,
  boss,
  by,
  checkedOrder,
  clerk,
  date,
  head,
  line,
  number,
  planner,
  shipper,
} from './sample-order.ts';
import { orderAt } from './walk.ts';

const so = number();

describe('a refusal names who could where another would not be refused so', () => {
  test('for want of a role, and of other hands', () => {
    expect(refused(orderAt('to-confirm').do(so, { type: 'issue-letter', ...by(shipper) })).who).toEqual([
      'order-desk',
      'order-desk-head',
    ]);
    const office = orderAt('draft');
    events(office.do(so, { type: 'submit-order', ...by(head) }));
    expect(refused(office.do(so, { type: 'approve-order', ...by(head) }))).toMatchObject({
      code: 'duty.same-person',
      who: ['order-desk-head', 'sales-manager', 'director', 'general-manager'],
    });
  });

  test('at the wrong status: from where, and by whom', () => {
    expect(refused(orderAt('draft').do(so, { type: 'issue-letter', ...by(clerk) }))).toMatchObject({
      code: 'order.wrong-status',
      from: ['to-confirm', 'awaiting-countersign'],
      who: ['order-desk', 'order-desk-head'],
    });
  });

  test('where goods are held back: whoever has to see to the hold, and no one else', () => {
    const office = orderAt('archived');
    const hold = watchAt('raised', 'payment').hold();
    office.holds = [hold];
    const destroy = { type: 'sign-destruction', ...by(archivist, date('2037-01-01'), 'kept long enough') } as const;
    expect(refused(office.do(so, destroy))).toMatchObject({ code: 'hold.blocks', who: [hold.owner] });
  });

  test('where money is missing before shipping: finance, in the order its word counts', () => {
    const office = orderAt('to-ship');
    office.isPaid = () => false;
    expect(refused(office.ship({ order: so, lines: [], ...by(shipper) }))).toMatchObject({
      code: 'payment.balance-missing',
      who: ['finance-manager', 'general-manager'],
    });
  });
});

describe('and nobody where no role helps', () => {
  test('goods that are short', () => {
    const office = orderAt('in-review', checkedOrder([line('A01', '51')]));
    const answer = refused(office.do(so, { type: 'approve-order', ...by(head) }));
    expect(answer.code).toBe('stock.short');
    expect(answer).not.toHaveProperty('who');
  });

  test('a prepayment that isn’t in: production can’t let itself begin', () => {
    const office = orderAt('to-supply');
    office.isPaid = () => false;
    const answer = refused(office.do(so, { type: 'begin-supply', readyOn: date('2026-11-30'), ...by(planner) }));
    expect(answer.code).toBe('payment.prepayment-missing');
    expect(answer).not.toHaveProperty('who');
  });

  test.each([
    ['a reason that wasn’t given', 'in-review', { type: 'void-order', ...by(clerk) }, 'reason.missing'],
    [
      'a day still to come',
      'awaiting-countersign',
      { type: 'record-arrival', on: date('2030-01-01'), ...by(clerk) },
      'date.in-future',
    ],
    [
      'years that aren’t over',
      'archived',
      { type: 'sign-destruction', ...by(boss, undefined, 'old') },
      'destruction.too-early',
    ],
    [
      'a step that is signed',
      'in-review',
      { type: 'sign-off', step: 'head:order-desk-head', verdict: 'agree', contentHash: 'hash', ...by(head) },
      'review.step-signed',
    ],
  ] as const)('%s', (_, status, command, code) => {
    const office = orderAt(status);
    if (code === 'review.step-signed') events(office.do(so, command));
    const answer = refused(office.do(so, command));
    expect(answer.code).toBe(code);
    expect(answer).not.toHaveProperty('who');
  });
});
