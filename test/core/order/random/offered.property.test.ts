import fc from 'fast-check';
import { expect, test } from 'vitest';
import { availableActions } from '../../../../core/order/available-actions.ts';
import type { RefusalCode } from '../../../../core/order/refusal.ts';
import type { Stamp } from '../../../../core/order/state.ts';
import type { LifecycleCommand } from '../../../../core/order/transitions.ts';
import type { Actor, Role } from '../../../../core/policy/roles.ts';
import { addDays, type PlainDate } from '../../../../core/value/date.ts';
import { by, person, today } from '../sample-order.ts';
import { attempt } from './attempt.ts';
import { people, type Step, stepsOf } from './step.ts';
import { WholeOffice } from './whole-office.ts';

/** What is offered is offered of the whole order: a part of it may pass where all of it does not. */
const ofParts: Readonly<Partial<Record<LifecycleCommand, readonly RefusalCode[]>>> = {
  'ship-goods': ['payment.balance-missing', 'credit.exceeded'],
  // A line that isn't held; another date for one that has begun.
  'begin-supply': ['hold.blocks', 'supply.nothing'],
};

/** Tries the step; the command, with who did it and when, where it was carried out. */
function done(office: WholeOffice, step: Step, day: PlainDate): { command: LifecycleCommand; said: Stamp } | null {
  const heard = (): readonly (Stamp | undefined)[] => [
    office.orderEvents.get(step.order)?.at(-1),
    ...office.shipmentsOf(step.order).map(({ number }) => office.shipments.events.get(number)?.at(-1)),
  ];
  const before = new Set(heard());
  const tried = attempt({ office, order: step.order, day, step, natural: step.deed === 'natural' });
  const said = heard().find((event) => !before.has(event));
  return tried?.command == null || tried.refused !== null || said === undefined
    ? null
    : { command: tried.command, said };
}

const actorOf = ({ by: { userId } }: Stamp): Actor =>
  people.find((each) => each.userId === userId) ?? person(userId, userId as Role);

test('what somebody does had been offered to him, and without a reason where he gave none', () => {
  let seen = 0;
  fc.assert(
    fc.property(fc.array(stepsOf(['pay']), { minLength: 10, maxLength: 30, size: 'max' }), (steps) => {
      const office = new WholeOffice();
      let day = today;
      for (const step of steps) {
        day = addDays(day, step.later);
        const order = office.orders.find(step.order);
        // As it is now, not as it will be when it is looked at.
        const context = order && { ...office.context(step.order) };
        const deed = done(office, step, day);
        if (order === null || context === null || deed === null) continue;
        const { command, said } = deed;
        const actor = actorOf(said);
        const offers = availableActions(order, actor, context, by(actor, said.at.slice(0, 10) as PlainDate));
        const offer = offers.find((each) => each.command === command);
        if (offer === undefined) continue;
        seen += 1;
        const refusal = offer.refusal?.code;
        if (refusal !== undefined) expect(ofParts[command], command).toContain(refusal);
        if (said.reason === undefined) expect(offer.needsReason, command).toBe(false);
      }
    }),
    { numRuns: 400 },
  );
  expect(seen).toBeGreaterThan(1500);
}, 120_000);
