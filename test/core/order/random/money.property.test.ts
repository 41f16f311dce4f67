import { expect, test } from 'vitest';
import { orderStatuses } from '../../../../core/order/status.ts';
import { playDays } from './play.ts';
import { refusalsOf } from './refusals.ts';

/** Payments come, bounce and are moved; debts are given up; only what is paid for opens a door. */
test('money: whatever is paid, in whatever order, it sums exactly and opens no door it should not', () => {
  const met = playDays({
    count: 3000,
    before: 18,
    mix: ['pay', 'bounce', 'write-off', 'ship-goods', 'begin-supply', 'close-order', 'bill', 'sign-destruction'],
  });
  expect(met.statuses.missing(orderStatuses), 'statuses no day reached').toEqual([]);
  expect(met.refusals.missing(refusalsOf.money), 'refusals that never came up').toEqual([]);
}, 300_000);
