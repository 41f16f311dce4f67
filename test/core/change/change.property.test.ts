import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applied } from '../../../core/change/applied.ts';
import type { ChangeStatus } from '../../../core/change/change.ts';
import type { ChangeItem } from '../../../core/change/change-item.ts';
import type { ChangeableOrder } from '../../../core/change/changeable-order.ts';
import { departments } from '../../../core/change/departments.ts';
import { evolveChange } from '../../../core/change/evolve.ts';
import { isLossSettled, lossOf } from '../../../core/change/loss.ts';
import { changeLifecycle } from '../../../core/change/transitions.ts';
import { addDays } from '../../../core/value/date.ts';
import { compare } from '../../../core/value/decimal.ts';
import { clerk, head, line, manager, quantity, solo, today } from '../order/sample-order.ts';
import {
  agreeing,
  asking,
  cancel,
  costing,
  Desk,
  dearer,
  director,
  fewer,
  moneyManager,
  nothing,
  orderToShip,
  production,
  purchasing,
  signerOf,
} from './given.ts';

const people = [clerk, head, manager, director, moneyManager, production, purchasing, solo] as const;
const wishes: readonly (readonly ChangeItem[])[] = [
  [fewer],
  [dearer, { kind: 'add-line', content: line('C03', '2') }],
  [cancel],
  [{ kind: 'close-remainder', lines: [] }],
  [{ kind: 'remove-line', line: 2 }],
  [fewer, fewer],
];
const step = fc.record({
  natural: fc.boolean(),
  type: fc.constantFrom(...new Set(changeLifecycle.transitions.map(({ command }) => command))),
  who: fc.constantFrom(...people),
  department: fc.constantFrom(...departments),
  wish: fc.constantFrom(...wishes),
  agrees: fc.boolean(),
  cost: fc.constantFrom('0', '60', '100'),
  day: fc.integer({ min: -1, max: 3 }),
  reason: fc.constantFrom('because', undefined),
  /** What happens to the order meanwhile. */
  meanwhile: fc.constantFrom('nothing', 'nothing', 'nothing', 'letter', 'edited', 'begun', 'shipped'),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** The next plain step, by somebody who may. */
function natural(desk: Desk, given: Step): Step {
  const change = desk.kept.length === 0 ? null : desk.change();
  const missing = change?.departments.find((each) =>
    change.status === 'asked'
      ? !change.assessments.some(({ department }) => department === each)
      : 'signatures' in change && !change.signatures?.some(({ department, agrees }) => department === each && agrees),
  );
  const department = missing ?? given.department;
  const plain = { ...given, department, agrees: true, reason: 'because', meanwhile: 'nothing' } as const;
  switch (change?.status) {
    case undefined:
      return { ...plain, type: 'ask-change', who: clerk };
    case 'asked':
      return { ...plain, type: 'assess-change', who: signerOf(department) as (typeof people)[number] };
    case 'assessed':
      return isLossSettled(change)
        ? { ...plain, type: 'record-agreement', who: clerk, day: 0 }
        : { ...plain, type: 'settle-loss', who: manager, cost: lossOf(change) as Step['cost'] };
    case 'agreed':
      return { ...plain, type: 'cosign-change', who: signerOf(department) as (typeof people)[number] };
    case 'cosigned': {
      const first = change.approvals.length === 0;
      return { ...plain, type: 'approve-change', who: first ? director : moneyManager };
    }
    default:
      return { ...plain, type: 'bring-into-force', who: head };
  }
}

function attempt(desk: Desk, given: Step) {
  const { type, department, who, reason, cost } = given;
  const effect = cost === '0' ? nothing : costing(cost);
  const body = {
    'ask-change': asking(given.wish, desk.order),
    'assess-change': { type: 'assess-change', department, effect },
    'settle-loss': { type: 'settle-loss', shares: [{ party: 'company', amount: quantity(cost) }], basis: 'agreed' },
    'record-agreement': { ...agreeing, on: addDays(today, given.day) },
    'cosign-change': { type: 'cosign-change', department, agrees: given.agrees, statement: 'our word' },
    'approve-change': { type: 'approve-change' },
    'bring-into-force': { type: 'bring-into-force' },
    'refuse-change': { type: 'refuse-change' },
    'withdraw-change': { type: 'withdraw-change' },
  } as const;
  return desk.do(body[type], who, reason, today);
}

function happen(order: ChangeableOrder, meanwhile: Step['meanwhile']): ChangeableOrder {
  const [first, second] = order.lines;
  if (first === undefined || second === undefined) return order;
  switch (meanwhile) {
    case 'letter':
      return { ...order, letter: order.letter + 1 };
    case 'edited':
      return { ...order, content: { ...order.content, contentHash: `${order.content.contentHash}+` } };
    case 'begun':
      return { ...order, lines: [{ ...first, begun: true }, second] };
    case 'shipped':
      return { ...order, status: 'part-shipped', lines: [{ ...first, shipped: quantity('9') }, second] };
    default:
      return order;
  }
}

const inTable = (type: string, from: ChangeStatus | 'none', to: ChangeStatus | 'none'): boolean =>
  changeLifecycle.transitions.some(
    (door) =>
      door.command === type &&
      door.from.includes(from) &&
      (door.to === 'same' ? from === to : (door.to as readonly string[]).includes(to)),
  );

test('whatever people try, a change moves by its table, replays to itself, and never lands on another revision', () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(fc.array(step, { minLength: 10, maxLength: 40 }), fc.boolean(), (steps, partly) => {
      const desk = new Desk(happen(orderToShip(), partly ? 'shipped' : 'nothing'));
      for (const each of steps) {
        if (desk.status() !== 'none' && each.type === 'ask-change' && !each.natural) continue;
        if (['in-force', 'refused', 'withdrawn'].includes(desk.status())) break;
        const given = each.natural ? natural(desk, each) : each;
        desk.order = happen(desk.order, given.meanwhile);
        const [before, known, state] = [desk.status(), desk.kept.length, desk.kept.length === 0 ? null : desk.change()];
        const decision = attempt(desk, given);
        const after = desk.status();
        reached.add(after);
        if (!decision.ok) {
          expect([after, desk.kept.length]).toEqual([before, known]);
          continue;
        }
        expect(inTable(given.type, before, after), `${given.type}: ${before} → ${after}`).toBe(true);
        expect(decision.value.reduce(evolveChange, state)).toEqual(desk.change());
        const change = desk.change();
        if (after !== 'in-force') continue;
        expect(change.against).toEqual({ contentHash: desk.order.content.contentHash, letter: desk.order.letter });
        expect(isLossSettled(change)).toBe(true);
        if (change.items.some(({ kind }) => kind === 'cancel')) continue;
        const content = applied(desk.order, change, 'new');
        for (const { line: number, shipped } of desk.order.lines) {
          const kept = content.lines.find((own) => own.line === number);
          expect(compare(kept?.quantity ?? quantity('0'), shipped)).toBeGreaterThanOrEqual(0);
        }
      }
    }),
    { numRuns: 600 },
  );
  expect(changeLifecycle.statuses.filter((status) => !reached.has(status))).toEqual([]);
}, 120_000);
