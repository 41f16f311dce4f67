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
  const { supply = [] } = command;
  const fromStock = order.lines.filter(({ line }) => !supply.some((each) => each.line === line));
  const { reservations, short } = promiseStock(
    { ...order, lines: fromStock },
    { ...context.stock, today: command.today },
  );
  const refused = sameHands(command, order, context) ?? unknownLine(command, order) ?? stockShort(short);
  if (refused !== null) return no(refused);
  return ok([{ type: 'order-approved', reservations, ...(supply.length > 0 && { supply }), ...stamp(command) }]);
}

/** Each line that is made or bought is named once, and hasn't left already. */
function unknownLine({ supply = [] }: CommandOf<'approve-order'>, { lines }: InReview): Refusal | null {
  const wrong = supply.find(
    ({ line }, at) =>
      supply.findIndex((each) => each.line === line) !== at ||
      !lines.some((each) => each.line === line && each.shippedDate === undefined),
  );
  return wrong === undefined
    ? null
    : refusal('approve-order', 'in-review', 'supply.line-unknown', { line: `${wrong.line}` });
}

/** R62: who asked or last edited may not approve; alone in the office he may, with a reason on record. */
function sameHands(command: CommandOf<'approve-order'>, order: InReview, { policy }: OrderContext): Refusal | null {
  if (!hasAsked(command.by, order)) return null;
  if (policy.duties === 'strict')
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
