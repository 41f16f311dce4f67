import { expect, test } from 'vitest';
import { orderStatuses } from '../../../../core/order/status.ts';
import { playDays } from './play.ts';
import { refusalsOf } from './refusals.ts';
import { changing } from './step.ts';

/** Orders are changed and given up on their way, goods come back from customers, holds come and go. */
test('changes: whatever is changed, given up or sent back, in whatever order, the books stay right', () => {
  const met = playDays({
    count: 3000,
    before: 12,
    mix: [
      'change-order',
      'change-order',
      'reallocate-goods',
      'reallocate-goods',
      'hold-again',
      'hold-again',
      'cancel-order',
      'ship-emergency',
      'ask-return',
      'see-to-return',
      'cancel-order',
      'raise-hold',
      'record-receipt',
      'close-order',
    ],
  });
  expect(met.statuses.missing(orderStatuses), 'statuses no day reached').toEqual([]);
  expect(met.done.times('change-order'), 'changes in force').toBeGreaterThan(300);
  expect(met.done.missing(changing), 'commands that were never carried out').toEqual([]);
  expect(met.refusals.missing(refusalsOf.changes), 'refusals that never came up').toEqual([]);
}, 300_000);
