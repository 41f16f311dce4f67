import { expect, test } from 'vitest';
import { orderStatuses } from '../../../../core/order/status.ts';
import { playDays } from './play.ts';
import { refusalsOf } from './refusals.ts';
import { abroadOnly, changing, commands } from './step.ts';

/** Three orders compete for the same few goods, some of which are made or bought; everybody tries everything. */
test('goods: whatever people try, in whatever order, the books stay right', () => {
  const met = playDays({
    count: 3000,
    before: 10,
    mix: [
      'begin-supply',
      'report-supply',
      'release-quality',
      'ship-goods',
      'record-receipt',
      'raise-hold',
      'cancel-order',
    ],
  });
  expect(met.statuses.missing(orderStatuses), 'statuses no day reached').toEqual([]);
  const elsewhere = [...abroadOnly, ...changing];
  const own = commands.filter((command) => !elsewhere.includes(command));
  expect(met.done.missing(own), 'commands that were never carried out').toEqual([]);
  expect(met.refusals.missing(refusalsOf.goods), 'refusals that never came up').toEqual([]);
}, 300_000);
