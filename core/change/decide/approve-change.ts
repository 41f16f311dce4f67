import { hasReason } from '../../order/door.ts';
import { stamp } from '../../order/stamp.ts';
import { sameHands } from '../../record/other-hands.ts';
import { no, ok } from '../../value/result.ts';
import { approvalPlan, missingApprovals } from '../approvals.ts';
import type { ApprovedChange, CosignedChange } from '../change.ts';
import type { ChangeCommandOf, ChangeContext, ChangeDecision } from '../decision.ts';
import { isLossSettled, lossOf } from '../loss.ts';
import { orderOf, refuse } from './refuse.ts';

/** C6: by authority. Where several must approve each gives one approval; approved when none is missing. */
export function approveChange(
  command: ChangeCommandOf<'approve-change'>,
  change: CosignedChange | ApprovedChange,
  context: ChangeContext,
): ChangeDecision {
  const plan = approvalPlan(change, orderOf(change, context), context.policy);
  const [next, ...others] = missingApprovals(plan, change.approvals);
  if (next === undefined && change.status === 'approved')
    return no(refuse('approve-change', change, 'change.approved-already'));
  if (!isLossSettled(change)) return no(refuse('approve-change', change, 'change.loss-open', { loss: lossOf(change) }));
  const wanted = [...(next ?? []), ...others.flat()];
  const as = wanted.find((role) => command.by.roles.includes(role));
  if (as === undefined) return no({ ...refuse('approve-change', change, 'role.not-allowed'), who: wanted });
  const earlier = [change.asked, ...change.approvals.map(({ approved }) => approved)];
  const refused =
    sameHands(command, earlier, context.policy) ?? (plan.special && !hasReason(command) ? 'reason.missing' : null);
  if (refused !== null) return no(refuse('approve-change', change, refused, { name: command.by.name }));
  const still = missingApprovals(plan, [...change.approvals, { as, approved: stamp(command) }]);
  return ok([{ type: 'change-approved', as, complete: still.length === 0, ...stamp(command) }]);
}
