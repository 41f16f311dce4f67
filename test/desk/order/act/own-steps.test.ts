import { expect, test } from 'vitest';
import { mustWrite, ownSteps } from '../../../../desk/order/act/own-steps.ts';
import { order, step } from '../given.ts';

test('one’s own steps: whose turn it is first, then the objected; neither those of others nor what waits or is signed', () => {
  const objected = step({ aspect: 'supply', status: 'objected' });
  const open = step({ aspect: 'price' });
  const steps = [
    objected,
    open,
    step({ aspect: 'credit', who: ['finance-clerk'] }),
    step({ aspect: 'head', status: 'waiting' }),
    step({ aspect: 'region', status: 'agreed' }),
  ];
  expect(ownSteps(order({ steps }), ['sales-manager', 'sales'])).toEqual([open, objected]);
  expect(ownSteps(order({}), ['sales-manager'])).toEqual([]);
});

test('in writing: every objection and condition, and a yes in spite of the figures', () => {
  const plain = step({ aspect: 'head' });
  const despite = step({ aspect: 'credit', reasons: [{ code: 'customer.over-credit', redacted: true }] });
  expect(mustWrite(plain, 'agree')).toBe(false);
  expect(mustWrite(plain, 'agree-on-condition')).toBe(true);
  expect(mustWrite(plain, 'object')).toBe(true);
  expect(mustWrite(despite, 'agree')).toBe(true);
});
