import { mayOrder } from '../../receivable/doors.ts';
import { no, ok } from '../../value/result.ts';
import type { CommandMeta } from '../command.ts';
import type { OrderContext } from '../context.ts';
import { refusal } from '../door.ts';
import type { OrderEvent } from '../event.ts';
import type { Refusal } from '../refusal.ts';
import { type ReviewedOrder, reviewNow } from '../review-plan.ts';
import { stamp } from '../stamp.ts';
import type { Draft, FaultyDraft } from '../state.ts';
import type { CommandOf, OrderDecision } from './decision.ts';

/** Row 2: into review, with the plan of who must sign. Rows that were saved with errors have to be posted without first. */
export function submitOrder(
  command: CommandOf<'submit-order'>,
  order: Draft | FaultyDraft,
  context: OrderContext,
): OrderDecision {
  if (order.status === 'faulty') return no(refusal('submit-order', 'draft', 'draft.has-errors', errorsOf(order)));
  const stopped = mayNotSubmit(command, context);
  return stopped === null ? ok(submission(command, order, context)) : no(stopped);
}

const errorsOf = ({ findings }: FaultyDraft): Readonly<Record<string, string>> => ({
  errors: `${findings.filter(({ severity }) => severity === 'error').length}`,
});

/** Policy 6: a customer who is long overdue orders nothing new. */
export const mayNotSubmit = ({ by, today }: CommandMeta, { money }: OrderContext): Refusal | null =>
  mayOrder(money.customer, { today, roles: by.roles, policy: money.policy });

/** What is recorded when an order goes into review, posted or handed in. */
export const submission = (
  command: CommandMeta,
  order: ReviewedOrder,
  context: OrderContext,
): readonly OrderEvent[] => [
  { type: 'order-submitted', ...stamp(command) },
  ...reviewNow(order, context, stamp(command)).events,
];
