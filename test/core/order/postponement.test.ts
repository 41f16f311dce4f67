import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CopyBack,
  daysLate,
  expiryOf,
  type PostponementPolicy,
  postponedDates,
} from '../../../core/order/postponement.ts';
import type { IssuedLetter } from '../../../core/order/state.ts';
import { addDays, type PlainDate } from '../../../core/value/date.ts';
import { standardPostponement } from '../policy/standard-policies.ts';
import { checkedOrder, date, line, twoLines } from './sample-order.ts';

const calendar = { holidays: 'CN', closed: [], open: [] } as const;
const wholeDay: PostponementPolicy = { ...standardPostponement, cutOff: '24:00' };
const working: PostponementPolicy = { ...wholeDay, days: 'working-days', calendar };
const until17: PostponementPolicy = { ...standardPostponement, cutOff: '17:00' };
const working17: PostponementPolicy = { ...working, cutOff: '17:00' };
const fromTheFirst: PostponementPolicy = { ...standardPostponement, restartOnRevision: false };

const promised = [
  { line: 1, date: date('2026-12-03') },
  { line: 2, date: date('2026-12-05') },
];
const letter = (issuedOn: string, revision = 1, dates: IssuedLetter['promised'] = promised): IssuedLetter =>
  ({ revision, issuedOn, validUntil: addDays(date(issuedOn), 3), promised: dates }) as unknown as IssuedLetter;
const back = (on: string, time?: string): CopyBack => ({
  on: date(on),
  ...(time === undefined ? {} : { time: time }),
});

describe('days late (R27)', () => {
  // 20 November 2026 is a Friday.
  test.each([
    ['the same day', wholeDay, '2026-11-20', back('2026-11-20', '23:59'), 0],
    ['the next day', standardPostponement, '2026-11-20', back('2026-11-21'), 1],
    ['over a weekend, which counts', standardPostponement, '2026-11-20', back('2026-11-23'), 3],
    ['before it was issued, by a wrong date', standardPostponement, '2026-11-20', back('2026-11-19'), 0],
    ['a minute before the cut-off', until17, '2026-11-20', back('2026-11-20', '16:59'), 0],
    ['at the cut-off', until17, '2026-11-20', back('2026-11-20', '17:00'), 1],
    ['nobody knows the hour', until17, '2026-11-20', back('2026-11-20'), 0],
    ['a day and an evening', until17, '2026-11-20', back('2026-11-21', '18:00'), 2],
    ['working days: the same day', working, '2026-11-20', back('2026-11-20'), 0],
    ['working days: on Saturday, counted on Monday', working, '2026-11-20', back('2026-11-21'), 1],
    ['working days: on Monday', working, '2026-11-20', back('2026-11-23'), 1],
    ['working days: issued and back on one Saturday', working, '2026-11-21', back('2026-11-21'), 0],
    ['working days: Friday evening is Monday', working17, '2026-11-20', back('2026-11-20', '17:00'), 1],
    ['working days: Saturday evening is Monday too', working17, '2026-11-20', back('2026-11-21', '18:00'), 1],
    ['working days: over National Day', working, '2026-09-30', back('2026-10-08'), 1],
    ['working days: to the make-up Saturday', working, '2026-09-30', back('2026-10-10'), 3],
  ])('%s', (_, policy, issued, copy, days) => {
    expect(daysLate([letter(issued)], copy, policy)).toBe(days);
  });

  test('counted from the renewed letter, or from the first of the round', () => {
    const letters = [letter('2026-11-20'), letter('2026-11-24', 2)] as const;
    expect(daysLate(letters, back('2026-11-25'), standardPostponement)).toBe(1);
    expect(daysLate(letters, back('2026-11-25'), fromTheFirst)).toBe(5);
  });
});

describe('postponed dates', () => {
  const order = (customerClass: string, lines = twoLines) => {
    const content = checkedOrder(lines, customerClass);
    return { ...content, lines: content.lines.map((each, index) => ({ ...each, line: index + 1 })) };
  };
  const sent = { letters: [letter('2026-11-20')] as const };

  test('each promise moves by the days late, over the month’s end', () => {
    const moved = postponedDates({ ...order('B'), ...sent }, back('2026-11-23'), standardPostponement);
    expect(moved).toEqual([
      { line: 1, date: '2026-12-06' },
      { line: 2, date: '2026-12-08' },
    ]);
  });

  test('by working days where the office counts those: Friday moves to Monday', () => {
    const friday = { letters: [letter('2026-11-20', 1, [{ line: 1, date: date('2026-12-04') }])] as const };
    expect(postponedDates({ ...order('C'), ...friday }, back('2026-11-23'), working)).toEqual([
      { line: 1, date: '2026-12-07' },
    ]);
  });

  test('in time moves nothing; class A never moves; goods that have left keep their day', () => {
    const gone = [line('A01', '1', { shippedDate: date('2026-11-19') }), ...twoLines.slice(0, 1)];
    expect(postponedDates({ ...order('B'), ...sent }, back('2026-11-20'), standardPostponement)).toEqual([]);
    expect(postponedDates({ ...order('A级'), ...sent }, back('2026-11-30'), standardPostponement)).toEqual([]);
    expect(postponedDates({ ...order('B', gone), ...sent }, back('2026-11-21'), standardPostponement)).toEqual([
      { line: 2, date: '2026-12-06' },
    ]);
  });

  test('a later copy never brings an earlier date, however days are counted', () => {
    const days = fc.integer({ min: 0, max: 500 }).map((days) => addDays(date('2026-01-01'), days));
    const times = fc.constantFrom('08:00', '16:59', '17:00', '23:59').map((time) => time);
    const policies = fc.constantFrom(standardPostponement, until17, working, working17);
    fc.assert(
      fc.property(policies, days, days, days, times, times, (policy, issued, a, b, one, other) => {
        const [first, second] =
          `${a} ${one}` < `${b} ${other}`
            ? [
                { on: a, time: one },
                { on: b, time: other },
              ]
            : [
                { on: b, time: other },
                { on: a, time: one },
              ];
        const moved = (copy: CopyBack): PlainDate =>
          postponedDates({ ...order('B'), letters: [letter(issued)] }, copy, policy)[0]?.date ?? date('2026-12-03');
        expect(moved(first) >= '2026-12-03').toBe(true);
        expect(moved(first) <= moved(second)).toBe(true);
      }),
    );
  });
});

describe('a letter and its reservation run out (policy 8)', () => {
  test.each([
    ['the goods are held longer than the letter is valid', '2026-11-20', 7, '2026-11-23', '2026-11-27'],
    ['never shorter', '2026-11-20', 1, '2026-11-23', '2026-11-23'],
  ])('%s', (_, issued, reservationDays, valid, held) => {
    expect(expiryOf(letter(issued), { reservationDays })).toEqual({ letter: valid, reservation: held });
  });
});
