import { describe, expect, test } from 'vitest';
import { policyInForce } from '../../../core/policy/in-force.ts';
import { standardPolicy, withSetting } from '../../../core/policy/policy.ts';
import type { Instant, Month } from '../../../core/value/date.ts';
import { watchAt } from '../hold/given.ts';
import { standardInForce } from '../policy/standard-policies.ts';
import { events, refused } from './office.ts';
import {
  archivist,
  auditor,
  boss,
  by,
  checkedOrder,
  clerk,
  controller,
  date,
  finance,
  number,
  person,
  posting,
  solo,
} from './sample-order.ts';
import { afterKeeping, destroy, orderAt } from './walk.ts';

const so = number();
const on = (day: string, who = boss) =>
  ({ type: 'sign-destruction', ...by(who, date(day), 'kept long enough') }) as const;

describe('row 17: when', () => {
  test('ten years after the year it was archived in, not a day sooner', () => {
    const office = orderAt('archived');
    expect(refused(office.do(so, on('2036-12-31')))).toMatchObject({
      code: 'destruction.too-early',
      status: 'archived',
      data: { date: '2036-12-31' },
    });
    events(office.do(so, on('2037-01-01')));
    expect(office.status(so)).toBe('archived');
  });

  test.each([
    ['2026-12-31T15:59:59.000Z', '2036-12-31'],
    ['2026-12-31T16:00:00.000Z', '2037-12-31'],
  ])('closed at %s, in Shanghai this year or the next: kept until %s', (closedAt, date) => {
    const at = closedAt as Instant;
    const office = orderAt('completed');
    events(office.do(so, { type: 'close-order', ...by(finance), at }));
    events(office.do(so, { type: 'archive-order', month: '2026-12' as Month, ...by(archivist), at }));
    expect(refused(office.do(so, on('2030-01-01')))).toMatchObject({ code: 'destruction.too-early', data: { date } });
  });

  test('the house may keep them longer', () => {
    const longer = withSetting(standardPolicy, 'retention.ordersYears', 15);
    const office = orderAt('archived', undefined, { ...standardInForce, ...longer });
    expect(refused(office.do(so, on('2041-12-31'))).code).toBe('destruction.too-early');
    events(office.do(so, on('2042-01-01')));
  });

  test('not while anything is held, whatever the hold blocks', () => {
    const office = orderAt('archived');
    office.holds = [watchAt('raised', 'documents').hold()];
    expect(refused(office.do(so, destroy(boss)))).toMatchObject({
      code: 'hold.blocks',
      data: { holdReason: 'documents' },
    });
    office.holds = [watchAt('released', 'credit').hold()];
    events(office.do(so, destroy(boss)));
  });

  test('not while something is owed; a sample never is', () => {
    const office = orderAt('archived');
    office.isPaid = () => false;
    expect(refused(office.do(so, destroy(boss)))).toMatchObject({ code: 'destruction.debt-open', status: 'archived' });
    const sample = orderAt('archived', undefined, undefined, { orderType: 'sample' });
    sample.isPaid = () => false;
    events(sample.do(so, destroy(boss)));
  });
});

describe('row 17: who', () => {
  test('everybody the policy names, each role once, in any order; destroyed with the last', () => {
    const office = orderAt('archived');
    const two = person('two', 'auditor', 'archivist');
    expect(refused(office.do(so, destroy(clerk))).code).toBe('role.not-allowed');
    events(office.do(so, destroy(auditor)));
    expect(refused(office.do(so, destroy(person('hu', 'auditor'))))).toMatchObject({
      code: 'role.not-allowed',
      who: ['general-manager', 'archivist', 'finance-manager'],
    });
    expect(events(office.do(so, destroy(two)))).toMatchObject([{ as: 'archivist', complete: false }]);
    events(office.do(so, destroy(boss)));
    expect(office.status(so)).toBe('archived');
    expect(events(office.do(so, destroy(controller)))).toMatchObject([{ as: 'finance-manager', complete: true }]);
    expect(office.order(so)).toMatchObject({
      status: 'destroyed',
      destruction: [{ as: 'auditor' }, { as: 'archivist' }, { as: 'general-manager' }, { as: 'finance-manager' }],
    });
    expect(refused(office.do(so, destroy(archivist))).code).toBe('order.wrong-status');
  });

  test('each person once, whatever roles he has', () => {
    const office = orderAt('archived');
    const two = person('two', 'auditor', 'archivist');
    events(office.do(so, destroy(two)));
    expect(refused(office.do(so, destroy(two)))).toMatchObject({ code: 'duty.own-request', data: { name: 'two' } });
  });

  test('alone in the office he signs in each of them', () => {
    const alone = policyInForce({ version: 1, policy: standardPolicy }, 1);
    const office = orderAt('archived', undefined, alone);
    for (const _role of alone.retention.destructionSignatures) events(office.do(so, destroy(solo)));
    expect(office.status(so)).toBe('destroyed');
  });

  test('a role of the table that the policy doesn’t name has nothing to sign', () => {
    const office = orderAt('archived');
    expect(refused(office.do(so, destroy(person('dong', 'director'))))).toMatchObject({
      code: 'role.not-allowed',
      who: ['general-manager', 'archivist', 'finance-manager', 'auditor'],
    });
  });
});

test('row 17: its number stays taken, and the same rows say that it is there', () => {
  const office = orderAt('destroyed');
  expect(events(office.do(so, posting(by(clerk, afterKeeping), { order: checkedOrder() })))).toEqual([]);
});
