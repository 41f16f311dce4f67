import { expect, test } from 'vitest';
import { nextHandOf } from '../../../desk/order/next-hand.ts';
import { order, question, step } from './given.ts';

const head = step({ aspect: 'head', stage: 3, asked: ['order-desk-head'] });
const credit = step({ aspect: 'credit', who: ['finance-clerk', 'finance-manager'], asked: ['finance-clerk'] });

test('whoever is asked and may sign all that is left approves', () => {
  expect(nextHandOf(order({ steps: [head] }))).toEqual({ command: 'approve-order', roles: ['order-desk-head'] });
});

test('who is asked signs where somebody above him signs too, though that one might approve alone', () => {
  const { asked: _none, ...above } = step({ aspect: 'management', stage: 4, who: ['sales-manager', 'director'] });
  expect(nextHandOf(order({ steps: [head, { ...above, status: 'waiting' }] }))).toEqual({
    command: 'sign-off',
    roles: ['order-desk-head'],
  });
});

test('once everybody has signed, any approver approves', () => {
  const { asked: _none, ...signed } = head;
  expect(nextHandOf(order({ steps: [{ ...signed, status: 'agreed' }] }))).toEqual({
    command: 'approve-order',
    roles: ['order-desk-head', 'sales-manager', 'director', 'general-manager'],
  });
});

test('what somebody else must sign first is signed first, by those who are asked', () => {
  const waiting = { ...head, status: 'waiting' as const };
  expect(nextHandOf(order({ steps: [credit, waiting] }))).toEqual({ command: 'sign-off', roles: ['finance-clerk'] });
});

test('once it is signed, the rest is approved', () => {
  const agreed = { ...credit, status: 'agreed' as const };
  expect(nextHandOf(order({ steps: [agreed, head] }))?.command).toBe('approve-order');
});

test('an objection is not approved away: whoever may, signs again', () => {
  const { asked: _none, ...objected } = { ...credit, status: 'objected' as const };
  expect(nextHandOf(order({ steps: [objected, { ...head, status: 'waiting' }] }))).toEqual({
    command: 'sign-off',
    roles: ['finance-clerk', 'finance-manager'],
  });
  expect(nextHandOf(order({ steps: [{ ...head, status: 'objected' }] }))?.command).toBe('sign-off');
});

test('the customer’s answer comes before everything', () => {
  const answered = { ...question, answer: '红色' };
  expect(nextHandOf(order({ steps: [head], questions: [question] }))).toEqual({
    command: 'record-answer',
    roles: ['sales', 'order-desk', 'order-desk-head'],
  });
  expect(nextHandOf(order({ steps: [head], questions: [answered] }))?.command).toBe('approve-order');
});

test('outside of a review the table of doors says it, or the refusal, who could', () => {
  expect(nextHandOf(order({ status: 'draft' }))?.command).toBe('submit-order');
  const refusal = { code: 'role.not-allowed' as const, who: ['shipper' as const] };
  const actions = [{ command: 'ship-goods', allowed: false, needsReason: false, refusal }];
  expect(nextHandOf(order({ status: 'to-ship', actions }))).toEqual({ command: 'ship-goods', roles: ['shipper'] });
  expect(nextHandOf(order({ status: 'archived' }))).toBeNull();
});
