import { describe, expect, test } from 'vitest';
import { availableActions } from '../../../core/order/available-actions.ts';
import { stockDoubtsOf } from '../../../core/order/reserve.ts';
import { type OrderStatus, orderStatuses } from '../../../core/order/status.ts';
import { doorsOf } from '../../../core/order/transitions.ts';
import { policyInForce } from '../../../core/policy/in-force.ts';
import { standardPolicy } from '../../../core/policy/policy.ts';
import type { Actor } from '../../../core/policy/roles.ts';
import { events } from './office.ts';
import { auditor, by, checkedOrder, clerk, head, line, manager, number, shipper, solo, today } from './sample-order.ts';
import { orderAt } from './walk.ts';

const so = number();
const actions = (office: ReturnType<typeof orderAt>, actor: Actor) =>
  availableActions(office.order(so), actor, office.context(so), by(actor, today));
const allowed = (office: ReturnType<typeof orderAt>, actor: Actor) =>
  actions(office, actor)
    .filter((action) => action.allowed)
    .map(({ command }) => command);
const action = (office: ReturnType<typeof orderAt>, actor: Actor, command: string) =>
  actions(office, actor).find((each) => each.command === command);

describe('what somebody in every role is offered', () => {
  const offers: Record<OrderStatus, readonly string[]> = {
    draft: ['submit-order', 'void-order', 'assign-order'],
    'in-review': ['void-order', 'ask-question', 'ask-customer', 'sign-off', 'approve-order', 'assign-order'],
    'to-confirm': ['issue-letter', 'ship-emergency', 'assign-order', 'cancel-order'],
    'awaiting-countersign': [
      'issue-letter',
      'correct-letter',
      'record-sending',
      'record-arrival',
      'reject-copy',
      'record-countersign',
      'ship-emergency',
      'assign-order',
      'cancel-order',
    ],
    'to-supply': [
      'begin-supply',
      'request-shipping',
      'ship-goods',
      'ship-emergency',
      'allow-shipping',
      'assign-order',
      'cancel-order',
    ],
    'in-supply': [
      'report-supply',
      'request-shipping',
      'ship-goods',
      'ship-emergency',
      'allow-shipping',
      'assign-order',
    ],
    'to-ship': ['request-shipping', 'ship-goods', 'ship-emergency', 'allow-shipping', 'assign-order', 'cancel-order'],
    'part-shipped': [
      'request-shipping',
      'ship-goods',
      'ship-emergency',
      'allow-shipping',
      'record-receipt',
      'assign-order',
    ],
    shipped: ['record-receipt', 'assign-order'],
    received: ['record-countersign', 'assign-order'],
    completed: ['close-order', 'assign-order'],
    closed: ['archive-order'],
    archived: [],
    destroyed: [],
    void: [],
    cancelled: [],
  };
  const taking = doorsOf('attach-paper').flatMap(({ from }) => from);
  test.each(orderStatuses)('at %s, and papers to attach until it is archived', (status) => {
    const papers = taking.includes(status) ? ['attach-paper'] : [];
    expect(allowed(orderAt(status), solo)).toEqual([...offers[status], ...papers]);
  });
});

test('every action that is not allowed says why, and who could where it is for want of a role', () => {
  for (const status of orderStatuses)
    for (const { allowed: may, refusal } of actions(orderAt(status), auditor)) {
      expect(may).toBe(false);
      if (refusal?.code === 'role.not-allowed') expect(refusal.who?.length).toBeGreaterThan(0);
      expect(refusal?.from?.length).toBeGreaterThan(0);
    }
});

test('the reason is asked for where it is needed', () => {
  const office = orderAt('in-review');
  const needing = actions(office, solo).filter(({ needsReason }) => needsReason);
  expect(needing.map(({ command }) => command)).toEqual(['void-order', 'ask-question', 'assign-order']);
  const alone = { ...office.context(so), policy: policyInForce({ version: 1, policy: standardPolicy }, 1) };
  const own = { ...clerk, roles: solo.roles };
  const approve = availableActions(office.order(so), own, alone, by(own)).find(
    ({ command }) => command === 'approve-order',
  );
  expect(approve).toEqual({ command: 'approve-order', allowed: true, needsReason: true });
});

test('what is short in stock may be made or bought: approving is offered all the same', () => {
  const short = orderAt('in-review', checkedOrder([line('A01', '51')]));
  expect(action(short, head, 'approve-order')?.allowed).toBe(true);
  expect(stockDoubtsOf(short.order(so), short.context(so), today)).toEqual(new Map([[1, 'short']]));
  const kept = orderAt('in-review');
  expect(stockDoubtsOf(kept.order(so), kept.context(so), today)).toEqual(new Map());
});

test('guards show too: own order, class, goods on the way', () => {
  const own = { ...clerk, roles: solo.roles };
  expect(action(orderAt('in-review'), own, 'approve-order')?.refusal?.code).toBe('duty.same-person');
  expect(action(orderAt('awaiting-countersign'), clerk, 'release-order')?.refusal?.code).toBe('release.not-class-a');
  expect(action(orderAt('awaiting-countersign', checkedOrder(undefined, 'A')), clerk, 'release-order')?.allowed).toBe(
    true,
  );
  const arrived = orderAt('part-shipped');
  const [shipment] = arrived.shipmentsOf(so);
  if (shipment === undefined) throw new Error('nothing was shipped');
  events(arrived.receive(shipment.number, { on: today, ...by(clerk) }));
  expect(action(arrived, clerk, 'record-receipt')?.refusal?.code).toBe('shipment.none-on-the-way');
  expect(action(orderAt('to-ship'), shipper, 'ship-goods')?.allowed).toBe(true);
  expect(action(orderAt('to-ship'), manager, 'ship-goods')?.refusal?.code).toBe('role.not-allowed');
});
