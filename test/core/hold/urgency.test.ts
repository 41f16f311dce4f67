import { describe, expect, test } from 'vitest';
import { standardEscalation, urgencyOf } from '../../../core/hold/escalation.ts';
import type { Hold } from '../../../core/hold/hold.ts';
import { holdItemOf } from '../../../core/hold/hold-item.ts';
import { notInCharge } from '../../../core/hold/not-in-charge.ts';
import type { Role } from '../../../core/policy/roles.ts';
import type { Instant } from '../../../core/value/date.ts';
import { events } from '../order/office.ts';
import { person } from '../order/sample-order.ts';
import { at as clock, time } from '../review/review.ts';
import { director, feedBack, moneyManager, report, resolve, watchAt } from './given.ts';

/** Raised on Saturday the 21st, 10:00; the deadline is Monday the 23rd, 10:00: an hour of work. */
const clerksHold = (): Hold => watchAt('raised', 'payment').hold();
const tuesdayNoon = '2026-11-24T04:00:00.000Z' as Instant;
/** A day late, the finance manager has it, until 12:00. */
function escalatedHold(): Hold {
  const watch = watchAt('raised', 'payment');
  events(watch.do({ type: 'escalate-hold', deadline: tuesdayNoon }, director, undefined, '2026-11-24'));
  return watch.hold();
}
function resolvedHold(): Hold {
  const watch = watchAt('raised', 'payment');
  events(watch.do({ type: 'escalate-hold', deadline: tuesdayNoon }, director, undefined, '2026-11-24'));
  events(watch.do(report));
  events(watch.do(resolve, moneyManager, undefined, '2026-11-24'));
  return watch.hold();
}
const asked = (hold: Hold, now: Instant) => urgencyOf(hold, now, standardEscalation, time);
const monday = (hour: string) => clock(hour, '2026-11-23');

describe('R46: a late hold goes up by itself', () => {
  test.each<[string, Instant, boolean, readonly Role[]]>([
    ['in time to the minute', monday('10:00'), false, ['finance-clerk']],
    ['a minute late', monday('10:01'), true, ['finance-clerk', 'finance-manager']],
    ['an hour of work later', monday('11:00'), true, ['finance-clerk', 'finance-manager']],
    ['and a minute', monday('11:01'), true, ['finance-clerk', 'finance-manager', 'director']],
    ['another', monday('13:01'), true, ['finance-clerk', 'finance-manager', 'director', 'general-manager']],
  ])('%s', (_, now, isLate, roles) => {
    expect(asked(clerksHold(), now)).toEqual({ due: monday('10:00'), isLate, asked: roles });
  });

  test('somebody who escalates it gives the next level time of its own, and asks nobody below it any more', () => {
    const hold = escalatedHold();
    const tuesday = (hour: string) => clock(hour, '2026-11-24');
    expect(asked(hold, tuesday('12:00'))).toEqual({
      due: tuesday('12:00'),
      isLate: false,
      asked: ['finance-manager'],
    });
    expect(asked(hold, tuesday('13:01')).asked).toEqual(['finance-manager', 'director']);
  });

  test.each<[string, () => Hold]>([
    ['raised', clerksHold],
    ['an exception', () => watchAt('raised', 'shortage').hold()],
    ['escalated by command', escalatedHold],
    ['resolved after it was escalated', resolvedHold],
  ])('whoever is asked may act: %s', (_, holdOf) => {
    const hold = holdOf();
    for (const day of [21, 23, 24, 25, 26, 30]) {
      const { asked: roles } = asked(hold, clock('17:00', `2026-11-${day}`));
      for (const role of roles) {
        const by = person('somebody', role);
        expect(notInCharge({ type: 'resolve-hold', by }, hold, { chain: standardEscalation }), role).toBeNull();
      }
    }
  });

  test('once resolved it is late no more', () => {
    const hold = watchAt('resolved', 'payment', director).hold();
    expect(asked(hold, monday('18:00'))).toMatchObject({ isLate: false, asked: ['finance-clerk'] });
  });
});

describe('what a hold waits for', () => {
  const next = (hold: Hold) => holdItemOf(hold, { at: monday('09:30'), time })?.command ?? null;

  test('a hold: to be resolved, then released', () => {
    expect(next(watchAt('raised').hold())).toBe('resolve-hold');
    expect(next(watchAt('resolved').hold())).toBe('release-hold');
    expect(next(watchAt('released').hold())).toBeNull();
  });

  test('an exception: to be reported first, and fed back before it is over', () => {
    expect(next(watchAt('raised', 'shortage').hold())).toBe('report-hold');
    expect(next(watchAt('reported', 'shortage').hold())).toBe('resolve-hold');
    const watch = watchAt('resolved', 'shortage', director);
    expect(next(watch.hold())).toBe('feed-back-hold');
    events(watch.do(feedBack, moneyManager));
    expect(next(watch.hold())).toBe('release-hold');
  });
});
