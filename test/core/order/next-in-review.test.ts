import { expect, test } from 'vitest';
import { nextInReview, type StepToSign } from '../../../core/order/next-in-review.ts';

const head: StepToSign = {
  status: 'open',
  who: ['order-desk-head', 'sales-manager', 'director', 'general-manager'],
  asked: ['order-desk-head'],
};
const manager: StepToSign = { status: 'open', who: ['sales-manager', 'director'], asked: ['sales-manager'] };

test('the manager whose authority a discount needs approves, not the head', () => {
  expect(nextInReview([manager], false)).toEqual({ command: 'approve-order', roles: ['sales-manager'] });
  expect(nextInReview([{ ...head, status: 'agreed' }, manager], false).roles).toEqual(['sales-manager']);
});

test('the head signs first where the plan asks him first', () => {
  expect(nextInReview([head, { ...manager, status: 'waiting' }], false)).toEqual({
    command: 'sign-off',
    roles: ['order-desk-head'],
  });
  expect(nextInReview([head], false)).toEqual({ command: 'approve-order', roles: ['order-desk-head'] });
});

test('an unanswered question comes before any signature', () => {
  expect(nextInReview([manager], true)).toMatchObject({ command: 'record-answer' });
});
