import type { Actor } from '../../policy/roles.ts';
import { no, ok } from '../../value/result.ts';
import type { OrderContext } from '../context.ts';
import { hasReason, refusal } from '../door.ts';
import type { Refusal } from '../refusal.ts';
import { stamp } from '../stamp.ts';
import type { InReview } from '../state.ts';
import { promiseStock, type ShortItem } from '../stock-promise.ts';
import type { CommandOf, OrderDecision } from './decision.ts';

/** Row 5: confirmed and reserved in one event. */
export function approveOrder(
  command: CommandOf<'approve-order'>,
  order: InReview,
  context: OrderContext,
): OrderDecision {
  const { reservations, short } = promiseStock(order, { ...context.stock, today: command.today });
  const refused = sameHands(command, order, context) ?? stockShort(short);
  return refused === null ? ok([{ type: 'order-approved', reservations, ...stamp(command) }]) : no(refused);
}

/** R62: who asked or last edited may not approve; alone in the office he may, with a reason on record. */
function sameHands(command: CommandOf<'approve-order'>, order: InReview, { policy }: OrderContext): Refusal | null {
  if (!hasAsked(command.by, order)) return null;
  if (policy.separationOfDuties === 'strict')
    return refusal('approve-order', 'in-review', 'duty.same-person', { name: command.by.name });
  return hasReason(command) ? null : refusal('approve-order', 'in-review', 'reason.missing');
}

const hasAsked = (actor: Actor, { posted, lastEdited, submitted }: InReview): boolean =>
  [posted, lastEdited, submitted].some((asked) => asked.by.userId === actor.userId);

/** Names the first item that is short, and lists all of them. */
function stockShort(short: readonly ShortItem[]): Refusal | null {
  const [first] = short;
  if (first === undefined) return null;
  return refusal('approve-order', 'in-review', 'stock.short', {
    item: first.itemCode,
    wanted: first.wanted,
    available: first.available,
    items: short.map(({ itemCode }) => itemCode).join(', '),
  });
}
