import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blocks } from '../../../core/hold/blocks.ts';
import { inCharge, standardEscalation, upFrom } from '../../../core/hold/escalation.ts';
import { evolveHold } from '../../../core/hold/evolve.ts';
import { holdReasons } from '../../../core/hold/reasons.ts';
import { holdLifecycle } from '../../../core/hold/transitions.ts';
import { addDays } from '../../../core/value/date.ts';
import { clerk, person, shipper, solo, today } from '../order/sample-order.ts';
import { at, director, feedBack, moneyManager, raise, release, report, resolve, so, Watch } from './given.ts';

const people = [clerk, shipper, moneyManager, director, solo, solo, person('admin', 'administrator')] as const;
const step = fc.record({
  type: fc.constantFrom(...new Set(holdLifecycle.transitions.map(({ command }) => command))),
  who: fc.constantFrom(...people),
  code: fc.constantFrom(...holdReasons),
  day: fc.integer({ min: 0, max: 9 }),
  until: fc.integer({ min: 0, max: 9 }),
  credit: fc.boolean(),
  reason: fc.constantFrom('because', undefined),
});

test('whatever people try, a hold moves by its table, replays to itself, and blocks until it is released', () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 30 }), (steps) => {
      const watch = new Watch();
      for (const { type, who, code, day, until, credit, reason } of steps) {
        const [before, known] = [watch.status(), watch.kept.length];
        const state = before === 'none' ? null : watch.hold();
        if (type === 'raise-hold' && state !== null) continue;
        watch.checks = { credit, stock: true };
        const deadline = at(addDays(today, until));
        const on = addDays(today, until);
        const decision = watch.do(
          {
            'raise-hold': raise(code, undefined, { deadline }),
            'escalate-hold': { type: 'escalate-hold', deadline } as const,
            'report-hold': report,
            'resolve-hold': resolve,
            'feed-back-hold': { ...feedBack, on },
            'release-hold': release,
          }[type],
          who,
          reason,
          addDays(today, day),
        );
        const after = watch.status();
        reached.add(after);
        if (!decision.ok) {
          expect([after, watch.kept.length]).toEqual([before, known]);
          continue;
        }
        const doors = holdLifecycle.transitions.filter((door) => door.command === type && door.from.includes(before));
        const leads = doors.some(({ to }) =>
          to === 'same' ? after === before : (to as readonly string[]).includes(after),
        );
        expect(leads, `${type}: ${before} → ${after}`).toBe(true);
        expect(decision.value.reduce(evolveHold, state)).toEqual(watch.hold());
        const hold = watch.hold();
        for (const action of hold.blocks)
          expect(blocks([hold], action, { order: so, customerCode: 'C001' }).length).toBe(after === 'released' ? 0 : 1);
        expect(upFrom(hold.owner, standardEscalation)).toContain(inCharge(hold).owner);
      }
    }),
    { numRuns: 800 },
  );
  expect(holdLifecycle.statuses.filter((status) => !reached.has(status))).toEqual([]);
}, 120_000);
