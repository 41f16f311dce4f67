import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evolveReturn } from '../../../core/return/evolve.ts';
import { type ReturnStatus, returnKinds } from '../../../core/return/goods-return.ts';
import { claimedOf, returnedOf } from '../../../core/return/returned.ts';
import { returnLifecycle } from '../../../core/return/transitions.ts';
import { addDays } from '../../../core/value/date.ts';
import { compare, subtract, zero } from '../../../core/value/decimal.ts';
import { clerk, finance, manager, number, quantity, shipper, solo, today } from '../order/sample-order.ts';
import {
  approve,
  Door,
  dispose,
  handBack,
  inspect,
  looked,
  orders,
  part,
  put,
  refund,
  replace,
  rt,
  storeman,
} from './given.ts';

const people = [clerk, manager, storeman, finance, shipper, solo] as const;
const step = fc.record({
  of: fc.constantFrom(rt(1), rt(2), rt(3)),
  natural: fc.boolean(),
  type: fc.constantFrom(...new Set(returnLifecycle.transitions.map(({ command }) => command))),
  who: fc.constantFrom(...people),
  kind: fc.constantFrom(...returnKinds),
  line: fc.integer({ min: 1, max: 3 }),
  count: fc.integer({ min: -1, max: 11 }),
  second: fc.integer({ min: -1, max: 5 }),
  day: fc.integer({ min: -1, max: 2 }),
  reason: fc.constantFrom('because', undefined),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

const naturally = {
  none: 'ask-return',
  asked: 'approve-return',
  approved: 'inspect-return',
  inspected: 'dispose-return',
  disposed: 'refund-return',
} as const;
const able = {
  'ask-return': clerk,
  'approve-return': manager,
  'inspect-return': storeman,
  'dispose-return': storeman,
  'refund-return': finance,
} as const;

function attempt(door: Door, given: Step) {
  const { of, kind, line } = given;
  const status = door.status(of);
  const next = status in naturally ? naturally[status as keyof typeof naturally] : null;
  const type = given.natural && next !== null ? next : given.type;
  const who = given.natural && next !== null ? able[next] : given.who;
  if (type === 'ask-return' && status !== 'none') return null;
  const [count, second] = [`${given.count}`, `${given.second}`];
  const asked = status === 'none' ? [] : door.goods(of).lines;
  const first = asked[0];
  const own = first === undefined || !given.natural ? { order: number(), line } : first;
  const accepted = given.natural && first !== undefined ? first.quantity : quantity(count);
  const mends = (status === 'none' || !given.natural ? kind : door.goods(of).kind) === 'repair';
  // Now and then nothing is accepted.
  const inspected = !given.natural
    ? looked(own.line, accepted, second)
    : line === 3
      ? looked(own.line, '0', accepted)
      : looked(own.line, accepted);
  const body = {
    'ask-return': {
      type: 'ask-return',
      number: of,
      kind,
      lines: [part(line, count), ...(given.day > 1 ? [part(1, second)] : [])],
    },
    'approve-return': approve,
    'inspect-return': { ...inspect({ ...inspected, order: own.order }), arrivedOn: addDays(today, given.day) },
    'dispose-return': dispose(
      mends
        ? put(own.line, '0', given.natural ? '0' : second, accepted)
        : put(own.line, accepted, given.natural ? '0' : second),
    ),
    'refund-return': refund,
    'replace-return': replace,
    'hand-back-return': { ...handBack, on: addDays(today, given.day) },
    'refuse-return': { type: 'refuse-return' },
    'withdraw-return': { type: 'withdraw-return' },
  } as const;
  return { type, decision: door.do(body[type], who, given.natural ? 'because' : given.reason, of) };
}

const inTable = (type: string, from: ReturnStatus | 'none', to: ReturnStatus | 'none'): boolean =>
  returnLifecycle.transitions.some(
    (door) => door.command === type && door.from.includes(from) && (door.to as readonly string[]).includes(to),
  );

test('whatever people try, no more comes back than was received; returns move by their table and replay', () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(fc.array(step, { minLength: 15, maxLength: 50 }), (steps) => {
      const door = new Door();
      for (const given of steps) {
        const before = door.status(given.of);
        const known = door.kept.get(given.of) ?? [];
        const state = known.length === 0 ? null : door.goods(given.of);
        const tried = attempt(door, given);
        if (tried === null) continue;
        const after = door.status(given.of);
        reached.add(after);
        if (tried.decision.ok) {
          expect(inTable(tried.type, before, after), `${tried.type}: ${before} → ${after}`).toBe(true);
          expect(tried.decision.value.reduce(evolveReturn, state)).toEqual(door.goods(given.of));
        } else expect([after, door.kept.get(given.of) ?? []]).toEqual([before, known]);
        for (const order of orders)
          for (const { line, received } of order.lines) {
            const claimed = claimedOf(door.all(), order.number, line);
            const returned = returnedOf(door.all(), order.number, line);
            expect(compare(subtract(received, claimed), zero), 'claimed').toBeGreaterThanOrEqual(0);
            expect(compare(subtract(claimed, returned), zero), 'returned').toBeGreaterThanOrEqual(0);
          }
      }
    }),
    { numRuns: 600 },
  );
  expect(returnLifecycle.statuses.filter((status) => !reached.has(status))).toEqual([]);
}, 120_000);
