import type { Actor } from '../../policy/roles.ts';
import { add, compare, type Decimal, maximum, zero } from '../../value/decimal.ts';
import { no, ok } from '../../value/result.ts';
import type { OrderContext } from '../context.ts';
import { hasReason, refusal } from '../door.ts';
import type { Refusal } from '../refusal.ts';
import { stamp } from '../stamp.ts';
import type { InReview, Reservation } from '../state.ts';
import type { CommandOf, OrderDecision } from './decision.ts';

/** Row 5: confirmed and reserved in one event. */
export function approveOrder(
  command: CommandOf<'approve-order'>,
  order: InReview,
  context: OrderContext,
): OrderDecision {
  const reservations = wantedStock(order, context);
  const refused = sameHands(command, order, context) ?? stockShort(reservations, context);
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

/** What must be held: lines that haven't left yet, of items the stock book keeps. */
const wantedStock = (order: InReview, { available }: OrderContext): readonly Reservation[] =>
  order.lines
    .filter((line) => line.shippedDate === undefined && available(line.itemCode) !== null)
    .map(({ line, itemCode, quantity }) => ({ line, itemCode, quantity }));

/** Lines of one item compete with each other too. Names the first item that is short, and lists all of them. */
function stockShort(reservations: readonly Reservation[], { available }: OrderContext): Refusal | null {
  const wanted = new Map<string, Decimal>();
  for (const { itemCode, quantity } of reservations) wanted.set(itemCode, add(wanted.get(itemCode) ?? zero, quantity));
  const short = [...wanted].filter(([itemCode, quantity]) => compare(quantity, available(itemCode) ?? zero) > 0);
  const [first] = short;
  if (first === undefined) return null;
  return refusal('approve-order', 'in-review', 'stock.short', {
    item: first[0],
    wanted: first[1],
    available: maximum(zero, available(first[0]) ?? zero),
    items: short.map(([itemCode]) => itemCode).join(', '),
  });
}
