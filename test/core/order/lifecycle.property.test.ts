import fc from 'fast-check';
import { expect, test } from 'vitest';
import { availableActions } from '../../../core/order/available-actions.ts';
import type { OrderCommand } from '../../../core/order/command.ts';
import { evolve } from '../../../core/order/evolve.ts';
import { progressOf } from '../../../core/order/progress.ts';
import type { Archived, OrderNumber } from '../../../core/order/state.ts';
import { type OrderStatus, orderStatuses } from '../../../core/order/status.ts';
import { suppliesOf, supplyOf } from '../../../core/order/supply.ts';
import { type LifecycleCommand, type Transition, transitions } from '../../../core/order/transitions.ts';
import { verdicts } from '../../../core/review/state.ts';
import { addDays, type Month } from '../../../core/value/date.ts';
import { add, compare, zero } from '../../../core/value/decimal.ts';
import { Office } from './office.ts';
import {
  archivist,
  auditor,
  boss,
  by,
  checkedOrder,
  clerk,
  controller,
  date,
  finance,
  head,
  inspector,
  line,
  maker,
  manager,
  number,
  planner,
  posting,
  quantity,
  shipper,
  today,
} from './sample-order.ts';

/**
 * Random office days: three orders that compete for the same few goods, everybody trying everything. Every second step is
 * the natural next one, so that orders get old enough to meet every door.
 */
const people = [
  clerk,
  head,
  manager,
  boss,
  planner,
  maker,
  inspector,
  shipper,
  finance,
  controller,
  archivist,
  auditor,
] as const;
const signers = [boss, archivist, controller, auditor] as const;
const step = fc.record({
  order: fc.constantFrom(number(1), number(2), number(3)),
  natural: fc.boolean(),
  command: fc.constantFrom(...new Set(transitions.map(({ command }) => command))),
  who: fc.constantFrom(...people),
  reason: fc.constantFrom('because', undefined),
  day: fc.integer({ min: 0, max: 9 }),
  size: fc.integer({ min: -1, max: 6 }),
  pick: fc.integer({ min: 0, max: 3 }),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

const naturally: Readonly<Record<OrderStatus | 'none', readonly [LifecycleCommand | null, (typeof people)[number]]>> = {
  none: ['post-order', clerk],
  draft: ['submit-order', clerk],
  'in-review': ['approve-order', head],
  'to-confirm': ['issue-letter', clerk],
  'awaiting-countersign': ['record-countersign', clerk],
  'to-supply': ['begin-supply', planner],
  'in-supply': ['report-supply', maker],
  'to-ship': ['ship-goods', shipper],
  'part-shipped': ['ship-goods', shipper],
  shipped: ['record-receipt', clerk],
  received: ['record-countersign', clerk],
  completed: ['close-order', finance],
  closed: ['archive-order', archivist],
  archived: ['sign-destruction', archivist],
  destroyed: [null, archivist],
  void: [null, archivist],
  cancelled: [null, archivist],
};

const statusIn = (office: Office, so: OrderNumber): OrderStatus | 'none' =>
  office.orderEvents.has(so) ? office.status(so) : 'none';

/** The next thing somebody would do; class A is supplied before its copy is back. */
function natural(office: Office, so: OrderNumber): readonly [LifecycleCommand | null, (typeof people)[number]] {
  const status = statusIn(office, so);
  const classA = status === 'awaiting-countersign' && office.order(so).customer.customerClass === 'A';
  if (classA) return ['release-order', clerk];
  if (status === 'archived') {
    const { destruction = [] } = office.order(so) as Archived;
    return ['sign-destruction', signers[destruction.length] ?? archivist];
  }
  // Made or come in, and not inspected yet.
  const waits =
    status === 'in-supply' && suppliesOf(office.order(so)).some(({ reported, released }) => reported !== released);
  return waits ? ['release-quality', inspector] : naturally[status];
}

/** Tries the step; says whether something was recorded. */
function attempt(office: Office, given: Step): { command: LifecycleCommand; recorded: boolean } | null {
  const [next, whoNext] = natural(office, given.order);
  const type = given.natural ? next : given.command;
  // A change request and another order bring it along.
  if (type === null || type === 'change-order' || type === 'reallocate-goods') return null;
  // Only much later need it not be kept any more.
  const isLast = given.natural && type === 'sign-destruction';
  const day = addDays(today, isLast ? 5000 : given.day);
  const meta = by(given.natural ? whoNext : given.who, day, isLast ? 'kept long enough' : given.reason);
  const { order } = given;
  if (type === 'record-receipt') {
    const waiting = office.shipmentsOf(order)[given.pick];
    if (waiting === undefined) return null;
    const decision = office.receive(waiting.number, { ...meta, on: addDays(today, given.size) });
    return { command: type, recorded: decision.ok };
  }
  if (type === 'ship-goods' || type === 'ship-emergency') {
    const part = [{ order, line: given.pick, quantity: quantity(`${given.size}`) }];
    const decision = office.ship(
      given.pick === 0 ? { type, ...meta, order, lines: [] } : { type, ...meta, lines: part },
    );
    return { command: type, recorded: decision.ok };
  }
  const decision = office.do(order, orderCommand(type, given, meta, office));
  return { command: type, recorded: decision.ok && decision.value.length > 0 };
}

function orderCommand(
  type: Exclude<OrderCommand['type'], 'change-order' | 'reallocate-goods'>,
  { order, pick, size, day }: Step,
  meta: ReturnType<typeof by>,
  office: Office,
): OrderCommand {
  switch (type) {
    case 'sign-off': {
      const step = ['head:order-desk-head', 'credit:finance-clerk', 'none'][day % 3] ?? 'none';
      const contentHash = pick === 3 || !office.orderEvents.has(order) ? 'another' : office.order(order).contentHash;
      const verdict = verdicts[pick % 3] ?? 'agree';
      return { type, ...meta, step, verdict, contentHash, ...(size > 0 && { statement: 'seen' }) };
    }
    case 'ask-customer':
      return { type, ...meta, question: pick === 0 ? ' ' : 'Which colour?' };
    case 'record-answer':
      return { type, ...meta, number: pick, from: 'Mr Lin', answer: 'blue', receivedAt: meta.at };
    case 'record-sending':
      return { type, ...meta, channel: 'e-mail', to: pick === 3 ? ' ' : 'lin@example.com' };
    case 'record-arrival':
    case 'reject-copy':
      return { type, ...meta, on: addDays(today, size) };
    case 'post-order': {
      const count = String(Math.max(1, size));
      const lines = [line('A01', count), line('B02', '2', { dueDate: date('2026-12-03') }), line('NEW', count)];
      const left = line('A01', '3', { shippedDate: date('2026-11-19') });
      return posting(meta, {
        order: checkedOrder(pick === 3 ? [left] : pick === 2 ? [...lines, left] : lines, pick === 1 ? 'A' : 'B'),
        number: order,
        orderKey: order,
        contentHash: `${pick}/${count}`,
        submit: day % 2 === 0,
      });
    }
    case 'issue-letter':
      return { type, ...meta, ...(pick === 0 ? {} : { promisedOn: addDays(today, size + 5) }) };
    case 'record-countersign':
      return { type, ...meta, on: addDays(today, size) };
    case 'approve-order': {
      const supply = [
        { line: 1, mode: 'production' as const },
        { line: 2, mode: 'purchase' as const },
      ].slice(0, day % 3);
      return { type, ...meta, statement: 'seen', ...(day % 3 > 0 && { supply }) };
    }
    case 'begin-supply':
      return { type, ...meta, readyOn: addDays(today, size + 5), ...(pick === 1 && { lines: [pick] }) };
    case 'report-supply':
    case 'release-quality':
      return { type, ...meta, ...(pick > 1 && { lines: [{ line: pick - 1, quantity: quantity(`${size}`) }] }) };
    case 'archive-order':
      return { type, ...meta, month: '2026-11' as Month };
    case 'submit-order':
      return { type, ...meta };
    case 'void-order':
    case 'ask-question':
    case 'correct-letter':
    case 'release-order':
    case 'cancel-order':
    case 'close-order':
    case 'release-reservation':
    case 'allow-shipping':
    case 'hold-again':
    case 'sign-destruction':
      return { type, ...meta };
  }
}

/** A door from here to there by this command, or by it and the one that opens at once behind it. */
function inTable(command: LifecycleCommand | null, from: OrderStatus | 'none', to: OrderStatus): boolean {
  return (transitions as readonly Transition[])
    .filter((door) => door.command === command && door.from.includes(from))
    .flatMap((door) => (door.to === 'same' ? [from as OrderStatus] : door.to))
    .some((reached) => reached === to || (command !== null && inTable(null, reached, to)));
}

function holds(office: Office): void {
  for (const itemCode of ['A01', 'B02'])
    expect(compare(office.available(itemCode) ?? zero, zero), `free ${itemCode}`).toBeGreaterThanOrEqual(0);
  for (const { order, shipments } of office.followed())
    for (const { line: at, ordered, open, ready, shipped, cancelled, received } of progressOf(order, shipments)) {
      const supply = supplyOf(order, at);
      expect(compare(ready, open)).toBeLessThanOrEqual(0);
      if (supply !== undefined) {
        expect(compare(supply.released, supply.reported)).toBeLessThanOrEqual(0);
        expect(compare(supply.reported, ordered)).toBeLessThanOrEqual(0);
        expect(compare(shipped, supply.released), 'never shipped before it was released').toBeLessThanOrEqual(0);
      }
      expect(add(add(open, shipped), cancelled)).toBe(ordered);
      for (const part of [open, ready, received, cancelled]) expect(compare(part, zero)).toBeGreaterThanOrEqual(0);
      expect(compare(received, shipped)).toBeLessThanOrEqual(0);
    }
}

test('whatever people try, in whatever order, the books stay right', () => {
  const reached = new Set<OrderStatus>();
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 60 }), (steps) => {
      const office = new Office({ A01: '9', B02: '5' });
      for (const given of steps) {
        const before = statusIn(office, given.order);
        const known = office.orderEvents.get(given.order)?.length ?? 0;
        const state = known === 0 ? null : office.order(given.order);
        const tried = attempt(office, given);
        const after = statusIn(office, given.order);
        const said = office.orderEvents.get(given.order) ?? [];
        if (tried?.recorded)
          expect(inTable(tried.command, before, after as OrderStatus), `${before} → ${after}`).toBe(true);
        else expect([after, said.length]).toEqual([before, known]);
        // What was known, plus what was said now, is what the whole stream tells.
        if (said.length > 0) expect(said.slice(known).reduce(evolve, state)).toEqual(office.order(given.order));
        holds(office);
        if (after !== 'none') reached.add(after);
      }
    }),
    { numRuns: 300, seed: 20_261_121 },
  );
  expect(
    orderStatuses.filter((status) => !reached.has(status)),
    'statuses no run reached',
  ).toEqual([]);
}, 120_000);

test('what the screen offers is what may be done', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 10, maxLength: 40 }), (steps) => {
      const office = new Office({ A01: '9', B02: '5' });
      for (const given of steps) {
        const { order, day } = given;
        const who = given.natural ? natural(office, order)[1] : given.who;
        const meta = by(who, addDays(today, day));
        const offered = office.orderEvents.has(order)
          ? availableActions(office.order(order), who, office.context(order), meta)
          : [];
        const tried = attempt(office, given);
        const offer = offered.find(({ command }) => command === tried?.command);
        // What is short in stock can be approved as something to be made; what is offered is what stock allows.
        const isMade = tried?.command === 'approve-order' && given.day % 3 > 0;
        if (tried?.recorded && offer !== undefined && !isMade) {
          expect(offer.allowed, tried.command).toBe(true);
          expect(offer.needsReason && given.reason === undefined).toBe(false);
        }
      }
    }),
    { numRuns: 100, seed: 20_261_121 },
  );
}, 120_000);
