import { no, ok } from '../../value/result.ts';
import type { OrderContext } from '../context.ts';
import { closedDoor, refusal } from '../door.ts';
import type { OrderEvent } from '../event.ts';
import { statusOf } from '../progress.ts';
import { stamp } from '../stamp.ts';
import type { OrderState, PostedContent } from '../state.ts';
import type { CommandOf, OrderDecision } from './decision.ts';

type PostOrder = CommandOf<'post-order'>;

/**
 * Rows 1 and 1b, and X4: an order key never seen is a new order; the same content again is nothing new, in any status;
 * other content edits an order that isn't confirmed yet, and is refused after that.
 */
export function postOrder(command: PostOrder, order: OrderState | null, context: OrderContext): OrderDecision {
  const mayNotPost = closedDoor(command, 'none');
  if (mayNotPost !== null) return no(mayNotPost);
  if (order === null)
    return ok(submitted(command, { type: 'order-posted', content: contentOf(command), ...stamp(command) }));
  if (order.contentHash === command.contentHash) return ok(unchanged(command, order));
  if (order.status === 'draft' || order.status === 'in-review')
    return ok(submitted(command, { type: 'order-edited', content: contentOf(command), ...stamp(command) }));
  return no(
    refusal('post-order', statusOf(order, context.shipments), 'order.content-differs', { order: order.number }),
  );
}

/** The same rows submit a draft that waited for it; one with an open question needs its answer, not a repeated posting. */
function unchanged(command: PostOrder, order: OrderState): readonly OrderEvent[] {
  const waits = order.status === 'draft' && order.question === undefined;
  return command.submit && waits ? [{ type: 'order-submitted', ...stamp(command) }] : [];
}

const submitted = (command: PostOrder, event: OrderEvent): readonly OrderEvent[] =>
  command.submit ? [event, { type: 'order-submitted', ...stamp(command) }] : [event];

function contentOf({ order, number, orderKey, contentHash }: PostOrder): PostedContent {
  const { lines, ...head } = order;
  return { ...head, number, orderKey, contentHash, lines: lines.map((line, index) => ({ ...line, line: index + 1 })) };
}
