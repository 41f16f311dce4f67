import { expect, test } from 'vitest';
import { playDays } from './play.ts';
import { refusalsOf } from './refusals.ts';

/** Young orders: reviewed, asked about, signed, lettered, countersigned; what speaks against them comes and goes. */
test('papers: whatever people sign, ask and send, in whatever order, the books stay right', () => {
  const met = playDays({
    count: 3000,
    before: 4,
    mix: [
      'ask-customer',
      'ask-customer',
      'record-answer',
      'record-answer',
      'record-answer',
      'record-answer',
      'sign-off',
      'sign-off',
      'sign-off',
      'approve-order',
      'issue-letter',
      'record-arrival',
      'record-arrival',
      'record-countersign',
      'doubt',
    ],
  });
  const young = ['draft', 'in-review', 'to-confirm', 'awaiting-countersign', 'to-ship', 'void', 'cancelled'] as const;
  expect(met.statuses.missing(young), 'statuses no day reached').toEqual([]);
  expect(met.refusals.missing(refusalsOf.papers), 'refusals that never came up').toEqual([]);
}, 300_000);
