import { expect, test } from 'vitest';
import { playDays } from './play.ts';
import { refusalsOf } from './refusals.ts';
import { abroadOnly } from './step.ts';

/** Customers abroad: banks promise, two people read, managers trust; production waits for it (R30). Goods wait for a shipping request (R36). */
test('abroad: whatever people enter, read and allow, in whatever order, the books stay right', () => {
  const met = playDays({
    count: 3000,
    before: 14,
    mix: [
      ...abroadOnly,
      'examine-letter-of-credit',
      'examine-letter-of-credit',
      'examine-letter-of-credit',
      'record-letter-of-credit',
      'pay',
      'begin-supply',
      'begin-supply',
      'ship-goods',
    ],
    office: {
      terms: ['L/C at sight', 'D/A 60 days', undefined, '30% T/T deposit, 70% L/C at sight'],
      makesToOrder: true,
      asksToShip: true,
    },
  });
  expect(
    met.done.missing([...abroadOnly, 'begin-supply', 'request-shipping', 'ship-goods']),
    'commands never carried out',
  ).toEqual([]);
  expect(met.refusals.missing(refusalsOf.abroad), 'refusals that never came up').toEqual([]);
}, 300_000);
