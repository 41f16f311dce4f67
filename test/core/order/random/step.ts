import fc from 'fast-check';
import type { OrderNumber } from '../../../../core/order/state.ts';
import { type LifecycleCommand, transitions } from '../../../../core/order/transitions.ts';
import type { Actor } from '../../../../core/policy/roles.ts';
import {
  archivist,
  auditor,
  boss,
  clerk,
  controller,
  finance,
  head,
  inspector,
  maker,
  manager,
  number,
  planner,
  shipper,
} from '../sample-order.ts';

/** What is done beside the orders and moves their doors. */
export const besides = [
  'pay',
  'allocate',
  'take-back-money',
  'bounce',
  'write-off',
  'undo-write-off',
  'bill',
  'red-letter',
  'raise-hold',
  'see-to-hold',
  'ask-return',
  'see-to-return',
  'doubt',
] as const;
export type Beside = (typeof besides)[number];
export const commands = [...new Set(transitions.map(({ command }) => command))].filter((command) => command !== null);
/** Asked for where the customer is abroad (R30). */
export const abroadOnly: readonly LifecycleCommand[] = [
  'record-letter-of-credit',
  'examine-letter-of-credit',
  'allow-production',
];
/** What moves goods and content of orders under way. */
export const changing: readonly LifecycleCommand[] = ['change-order', 'reallocate-goods', 'hold-again'];

/** One thing somebody tries. What the numbers mean depends on what it is. */
export interface Step {
  readonly order: OrderNumber;
  /** 'natural': the next thing that would be done with the order; 'fitting': anything that has a door where it stands. */
  readonly deed: 'natural' | 'fitting' | LifecycleCommand | Beside;
  /** null = somebody who may. */
  readonly who: Actor | null;
  readonly hasReason: boolean;
  /** Days that pass before. */
  readonly later: number;
  readonly size: number;
  readonly pick: number;
  readonly turn: number;
}

export const people = [
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

/** Steps of which every third is natural, and those of a mix come up more often than others. */
export const stepsOf = (mix: readonly (LifecycleCommand | Beside)[]): fc.Arbitrary<Step> =>
  fc.record({
    order: fc.constantFrom(number(1), number(1), number(2), number(3)),
    deed: fc.oneof(
      { weight: 5, arbitrary: fc.constant('natural' as const) },
      { weight: 4, arbitrary: fc.constant('fitting' as const) },
      { weight: 1, arbitrary: fc.constantFrom(...commands) },
      { weight: 1, arbitrary: fc.constantFrom(...besides) },
      { weight: 3, arbitrary: fc.constantFrom(...mix) },
    ),
    who: fc.oneof(
      { weight: 5, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constantFrom<Actor[]>(...people) },
    ),
    hasReason: fc.constantFrom(true, true, true, true, false),
    later: fc.oneof(
      { weight: 20, arbitrary: fc.constant(0) },
      { weight: 8, arbitrary: fc.integer({ min: 1, max: 9 }) },
      { weight: 1, arbitrary: fc.constant(35) },
    ),
    size: fc.integer({ min: -1, max: 6 }),
    pick: fc.integer({ min: 0, max: 3 }),
    turn: fc.nat({ max: 999 }),
  });
