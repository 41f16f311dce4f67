import type { ReviewState } from '../../review/state.ts';
import { no, ok } from '../../value/result.ts';
import type { OrderContext } from '../context.ts';
import { closedDoor, refusal } from '../door.ts';
import type { OrderEvent } from '../event.ts';
import type { OrderType } from '../order-type.ts';
import { ownerOf } from '../owner.ts';
import { statusOf } from '../progress.ts';
import type { Refusal } from '../refusal.ts';
import type { ReviewedOrder } from '../review-plan.ts';
import { stamp } from '../stamp.ts';
import type { OrderState, PostedContent, Stamp } from '../state.ts';
import { goodsLeft } from './cancel-order.ts';
import type { CommandOf, OrderDecision } from './decision.ts';
import { mayNotSubmit, submission } from './submit-order.ts';

type PostOrder = CommandOf<'post-order'>;

/**
 * Rows 1 and 1b, and X4: an order key never seen is a new order; the same content again is nothing new, in any status;
 * other content edits an order that isn't confirmed yet and of which nothing has left, and is refused after that. Who takes it for
 * a new order edits nothing.
 */
export function postOrder(command: PostOrder, order: OrderState | null, context: OrderContext): OrderDecision {
  const mayNotPost = closedDoor(command, 'none');
  if (mayNotPost !== null) return no(mayNotPost);
  // Rows that were saved with errors: now they have none, be it that only the books have changed.
  if (order !== null && order.status !== 'faulty' && order.contentHash === command.contentHash)
    return unchanged(command, order, context);
  if (order === null) {
    const posted = entry(command);
    const owner = ownerOf(posted.content, command.by, context.policy, context.routing);
    return entered(command, { type: 'order-posted', ...posted, owner }, context);
  }
  const keepsItsContent = mayNotEdit(command, order, context);
  if (keepsItsContent !== null) return no(keepsItsContent);
  return entered(command, edit(command, order, context), context, order.review);
}

/** Other content for an order that is there. */
export function mayNotEdit(
  { type, asNew }: Pick<CommandOf<'post-order' | 'save-draft'>, 'type' | 'asNew'>,
  order: OrderState,
  context: OrderContext,
): Refusal | null {
  const status = statusOf(order, context.shipments);
  const data = { order: order.number };
  if (!isEditable(order, context)) return refusal(type, status, 'order.content-differs', data);
  // Kept with errors, it waits for nothing but their correction.
  return asNew && order.status !== 'faulty' ? refusal(type, status, 'order.key-taken', data) : null;
}

/** Not confirmed yet; and what left in an emergency was bought by the content it left under. */
export function isEditable(order: OrderState, { shipments }: Pick<OrderContext, 'shipments'>): boolean {
  const hasLeft = shipments.length > 0 && goodsLeft(order, shipments) !== null;
  return ['draft', 'faulty', 'in-review'].includes(order.status) && !hasLeft;
}

/** The same rows submit a draft that waited for it; one with an open question needs its answer, not a repeated posting. */
function unchanged(command: PostOrder, order: OrderState, context: OrderContext): OrderDecision {
  const waits = command.submit && order.status === 'draft' && order.question === undefined;
  return waits ? handedIn(command, [], order, context) : ok([]);
}

/** Other content may be another's, unless somebody said whose the order is. */
function edit(command: PostOrder, { type, owner, posted }: OrderState, { policy, routing }: OrderContext) {
  const edited = entry(command, type);
  const now = owner.by === 'assigned' ? owner : ownerOf(edited.content, posted.by, policy, routing);
  return { type: 'order-edited', ...edited, owner: now } as const;
}

/** New content; with `review`, what was signed and asked of the content before. */
function entered(
  command: PostOrder,
  event: OrderEvent & { readonly content: PostedContent },
  context: OrderContext,
  review?: ReviewState,
): OrderDecision {
  const order = { ...event.content, ...(review !== undefined && { review }) };
  return command.submit ? handedIn(command, [event], order, context) : ok([event]);
}

function handedIn(
  command: PostOrder,
  events: readonly OrderEvent[],
  order: ReviewedOrder,
  context: OrderContext,
): OrderDecision {
  const stopped = mayNotSubmit(command, context);
  return stopped === null ? ok([...events, ...submission(command, order, context)]) : no(stopped);
}

/** `known`: what kind of order it was posted as; it stays that unless another is named. */
const entry = (command: PostOrder, known?: OrderType): { readonly content: PostedContent } & Stamp => ({
  content: contentOf(command, known),
  ...stamp(command),
});

function contentOf(
  { order, number, orderKey, contentHash, orderType }: PostOrder,
  known: OrderType | undefined,
): PostedContent {
  const { lines, ...head } = order;
  const kind = orderType ?? known;
  const type = kind === undefined ? {} : { type: kind };
  return {
    ...head,
    ...type,
    number,
    orderKey,
    contentHash,
    lines: lines.map((line, index) => ({ ...line, line: index + 1 })),
  };
}
