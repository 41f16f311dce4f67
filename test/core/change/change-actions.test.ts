import { expect, test } from 'vitest';
import type { ChangeRequest } from '../../../core/change/change.ts';
import { changeActions } from '../../../core/change/change-actions.ts';
import type { Actor } from '../../../core/policy/roles.ts';
import { clerk } from '../order/sample-order.ts';
import { cr, moneyManager, production, so, storeman } from './given.ts';

const stamp = { at: '2026-11-21T02:00:00.000Z', by: { userId: 'wang', name: 'wang' } };
/** A change of a price, which is for finance to judge. */
const asked = {
  number: cr,
  order: so,
  status: 'asked',
  departments: ['finance'],
  items: [],
  assessments: [],
  asked: stamp,
} as unknown as ChangeRequest;

const allowedTo = (by: Actor) => changeActions(asked, by).flatMap(({ command, allowed }) => (allowed ? [command] : []));

test('a department assesses what it is asked about; others are told whose word is missing', () => {
  expect(allowedTo(moneyManager)).toEqual(['assess-change']);
  expect(allowedTo(production)).toEqual(['withdraw-change']);
  expect(allowedTo(storeman)).toEqual(['withdraw-change']);
  const closed = changeActions(asked, production).find(({ command }) => command === 'assess-change');
  expect(closed?.refusal).toMatchObject({ code: 'role.not-allowed', who: ['finance-clerk', 'finance-manager'] });
});

test('who asked may take it back, with a reason', () => {
  const back = changeActions(asked, clerk).find(({ command }) => command === 'withdraw-change');
  expect(back).toMatchObject({ allowed: true, needsReason: true });
});
