import type { OrderNumber } from '../order/state.ts';
import type { HeldAction, Hold, HoldScope } from './hold.ts';
import { type ReleaseCheck, releaseChecks } from './reasons.ts';

/** What is to be done something with; without lines, with all of them. */
export interface HeldTarget {
  readonly order: OrderNumber;
  readonly customerCode: string;
  readonly lines?: readonly number[];
}

/**
 * The holds that keep an action from being done, oldest as given; none = the door is open. Asked by the spine's doors with
 * every hold of the order and of its customer.
 */
export const blocks = (holds: readonly Hold[], action: HeldAction, target: HeldTarget): readonly Hold[] =>
  holds.filter((hold) => hold.status !== 'released' && hold.blocks.includes(action) && liesOn(hold.scope, target));

function liesOn(scope: HoldScope, { order, customerCode, lines }: HeldTarget): boolean {
  if (scope.on === 'customer') return scope.customerCode === customerCode;
  if (scope.order !== order) return false;
  return scope.on === 'order' || lines === undefined || lines.includes(scope.line);
}

/**
 * What must be asked again before a hold is released: the world went on meanwhile. Nothing where it blocked nothing; no
 * stock for a customer, whose orders hold theirs.
 */
export function checksToRelease({ blocks: blocked, scope }: Hold): readonly ReleaseCheck[] {
  if (blocked.length === 0) return [];
  return scope.on === 'customer' ? ['credit'] : releaseChecks;
}
