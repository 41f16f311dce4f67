import { stamp } from '../../order/stamp.ts';
import { no, ok } from '../../value/result.ts';
import { applied } from '../applied.ts';
import { approvalPlan, missingApprovals } from '../approvals.ts';
import type { ApprovedChange } from '../change.ts';
import type { ChangeCommandOf, ChangeContext, ChangeDecision } from '../decision.ts';
import { redLine } from '../red-line.ts';
import { orderOf, refuse } from './refuse.ts';

/**
 * C7: in one transaction with the order's own event, which takes `applied` (or row X, when it is cancelled) and reserves
 * anew. Goods may have gone into production since the approval: then it takes a higher one.
 */
export function bringIntoForce(
  command: ChangeCommandOf<'bring-into-force'>,
  change: ApprovedChange,
  context: ChangeContext,
): ChangeDecision {
  const order = orderOf(change, context);
  const missing = missingApprovals(approvalPlan(change, order, context.policy), change.approvals);
  if (missing.length > 0)
    return no({ ...refuse('bring-into-force', change, 'change.approval-outdated'), who: missing.flat() });
  const cancels = change.items.some(({ kind }) => kind === 'cancel');
  const after = cancels ? order.content : applied(order, change, '');
  return ok([{ type: 'change-came-into-force', redLine: redLine(order.content, after), ...stamp(command) }]);
}
