import fc from 'fast-check';
import type { RefusalCode } from '../../../../core/order/refusal.ts';
import type { OrderNumber } from '../../../../core/order/state.ts';
import type { OrderStatus } from '../../../../core/order/status.ts';
import type { LifecycleCommand } from '../../../../core/order/transitions.ts';
import { addDays } from '../../../../core/value/date.ts';
import { number, today } from '../sample-order.ts';
import { attempt, type Tried } from './attempt.ts';
import { keepsLaws, sumsExactly, tellsTheSame } from './laws.ts';
import type { Moment } from './moment.ts';
import { inTable, maySay } from './said.ts';
import { type Beside, type Step, stepsOf } from './step.ts';
import { type OfficeWays, WholeOffice } from './whole-office.ts';

/** What a run has met: of what it never met it has shown nothing. */
export interface Met {
  readonly statuses: Tally<OrderStatus>;
  /** Of the orders' and the shipments' commands. */
  readonly refusals: Tally<RefusalCode>;
  /** Commands that were carried out. */
  readonly done: Tally<LifecycleCommand>;
}

/** How often each was met. */
export class Tally<Of> {
  readonly #times = new Map<Of, number>();
  add(one: Of): void {
    this.#times.set(one, (this.#times.get(one) ?? 0) + 1);
  }
  times = (one: Of): number => this.#times.get(one) ?? 0;
  missing = (all: readonly Of[]): readonly Of[] => all.filter((one) => !this.#times.has(one));
}

/** What days are like. */
export interface Days {
  readonly count: number;
  /** The most natural steps that are gone before anything is tried, so that orders get old. */
  readonly before: number;
  /** Deeds that come up more often than others. */
  readonly mix: readonly (LifecycleCommand | Beside)[];
  readonly office?: OfficeWays;
}

/** Plays random days; fails at the first that breaks a law. */
export function playDays(days: Days): Met {
  const met: Met = { statuses: new Tally(), refusals: new Tally(), done: new Tally() };
  fc.assert(
    fc.property(dayOf(days), (steps) => {
      const office = new WholeOffice(days.office);
      let day = today;
      for (const step of steps) {
        day = addDays(day, step.later);
        playStep({ office, order: step.order, day, step, natural: step.deed === 'natural' }, met);
      }
      sumsExactly(office, day);
      tellsTheSame(office);
    }),
    { numRuns: days.count },
  );
  return met;
}

const dayOf = ({ before, mix }: Days): fc.Arbitrary<readonly Step[]> =>
  fc
    .tuple(
      fc.array(fc.integer({ min: -1, max: 6 }), { maxLength: before, size: 'max' }),
      fc.array(stepsOf(mix), { minLength: 6, maxLength: 24, size: 'max' }),
    )
    .map(([sizes, steps]) => [...sizes.map(naturally), ...steps]);

const naturally = (size: number): Step => ({
  order: number(size > 4 ? 3 : 1),
  deed: 'natural',
  who: null,
  hasReason: true,
  later: 0,
  size,
  pick: (size + 4) % 4,
  turn: 0,
});

/** Tries one step and looks closely at what came of it. */
export function playStep(moment: Moment, met: Met): Tried | null {
  const { office } = moment;
  const before = orders.map((order) => standingOf(order, office));
  const tried = attempt(moment);
  if (tried === null) return null;
  for (const [at, order] of orders.entries()) judge(tried, order, before[at] ?? nowhere, moment);
  keepsLaws(office);
  if (tried.command !== null && tried.refused !== null) met.refusals.add(tried.refused.code);
  if (tried.command !== null && tried.refused === null) met.done.add(tried.command);
  for (const order of orders) {
    const { status } = standingOf(order, office);
    if (status !== 'none') met.statuses.add(status);
  }
  return tried;
}

const orders = [number(1), number(2), number(3)] as const;

interface Standing {
  readonly status: OrderStatus | 'none';
  /** How much was ever said of it. */
  readonly said: number;
}
const nowhere: Standing = { status: 'none', said: 0 };

const standingOf = (order: OrderNumber, office: WholeOffice): Standing => {
  const events = office.orderEvents.get(order);
  return events === undefined ? nowhere : { status: office.status(order), said: events.length };
};

/** Nothing is said of an order but by its own commands, and it goes nowhere but through a door of the table. */
function judge(
  { command, refused }: Tried,
  order: OrderNumber,
  before: Standing,
  { office, order: own }: Moment,
): void {
  const after = standingOf(order, office);
  const said = office.orderEvents.get(order)?.slice(before.said) ?? [];
  const what = `${command ?? 'something beside'} on ${own}${refused ? ` (refused: ${refused.code})` : ''}`;
  const told = `${what}: ${order} ${before.status} → ${after.status}, ${said.map(({ type }) => type).join(' ')}`;
  if (said.length > 0 && (refused !== null || order !== own || said.some((event) => !maySay(command, event))))
    throw new Error(`said what it may not say: ${told}`);
  const moved = after.status !== before.status;
  if (moved && (refused !== null || command === null)) throw new Error(`moved without a door: ${told}`);
  if ((moved || said.length > 0) && !inTable(command, before.status, after.status as OrderStatus))
    throw new Error(`not in the table: ${told}`);
}
