import { expect, test } from 'vitest';
import { concernsMonth } from '../../../core/report/concerns-month.ts';
import type { Instant, Month } from '../../../core/value/date.ts';

type Candidate = Parameters<typeof concernsMonth>[0];
const november = '2026-11' as Month;

/** As far as the rule looks: posted in September, closed in December, nothing else in between. */
function candidate(more: Partial<Candidate> = {}, order: Partial<Record<string, unknown>> = {}): Candidate {
  const posted = '2026-09-10T02:00:00.000Z' as Instant;
  return {
    order: {
      status: 'closed',
      posted: { at: posted },
      lines: [],
      letters: [],
      ...order,
    } as unknown as Candidate['order'],
    shipments: [],
    recorded: [posted, '2026-12-20T02:00:00.000Z' as Instant],
    ...more,
  };
}
const shipment = (shippedOn: string, on?: string) =>
  [{ shippedOn, ...(on && { received: { on } }) }] as unknown as Candidate['shipments'];

test('a finished order in whose month nothing happened has no part in it', () => {
  expect(concernsMonth(candidate(), november)).toBe(false);
});

test.each<[string, Candidate]>([
  ['it still runs', candidate({}, { status: 'awaiting-countersign' })],
  ['something was recorded in it', candidate({ recorded: ['2026-11-30T23:00:00.000Z' as Instant] })],
  [
    'it was recorded on its first day in the east, still October in UTC',
    candidate({ recorded: ['2026-10-31T20:00:00.000Z' as Instant] }),
  ],
  ['goods left in it', candidate({ shipments: shipment('2026-11-03') })],
  ['goods arrived in it', candidate({ shipments: shipment('2026-10-30', '2026-11-02') })],
  ['a letter promised a day of it', candidate({}, { letters: [{ promised: [{ line: 1, date: '2026-11-05' }] }] })],
])('it has a part in it when %s', (_, order) => {
  expect(concernsMonth(order, november)).toBe(true);
});

test('an order posted later has no part in an earlier month', () => {
  const later = candidate({}, { status: 'in-review', posted: { at: '2026-12-03T02:00:00.000Z' } });
  expect(concernsMonth(later, november)).toBe(false);
});
