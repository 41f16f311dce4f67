import type { Role } from '../policy/roles.ts';
import { compare, type Decimal, maximum } from '../value/decimal.ts';
import { applied } from './applied.ts';
import type { Approval, ChangeContent } from './change.ts';
import type { ChangeableOrder } from './changeable-order.ts';
import type { ApprovalLevel, ChangePolicy } from './policy.ts';
import { beyondMinor, cancellationStage } from './supply-begun.ts';

/** Who must approve: one of each set. */
export interface ApprovalPlan {
  readonly needed: readonly (readonly Role[])[];
  /** R32, R33: lets something through that is no rule, so it takes a reason. */
  readonly special: boolean;
}

/** Worked out anew at every step: goods go into production while a change is under way. */
export function approvalPlan(change: ChangeContent, order: ChangeableOrder, policy: ChangePolicy): ApprovalPlan {
  const { authority, minor } = policy;
  if (change.items.some(({ kind }) => kind === 'cancel'))
    return cancellationStage(order) === 'begun'
      ? { needed: policy.settles, special: true }
      : { needed: [fromRole(policy.cancels, authority)], special: false };
  const special = beyondMinor(change.items, order, minor).length > 0;
  const closes = change.items.some(({ kind }) => kind === 'close-remainder');
  const levels = [
    levelOf(largerTotal(change, order), authority),
    ...(closes ? [rankOf(policy.closesRemainder, authority)] : []),
    ...(special ? [rankOf(policy.special, authority)] : []),
  ];
  return { needed: [rolesFrom(Math.max(...levels), authority)], special };
}

/** Sets that no approval so far satisfies. */
export const missingApprovals = (
  { needed }: ApprovalPlan,
  approvals: readonly Approval[],
): readonly (readonly Role[])[] => needed.filter((roles) => !approvals.some((approval) => roles.includes(approval.as)));

const largerTotal = (change: ChangeContent, order: ChangeableOrder): Decimal =>
  maximum(order.content.total, applied(order, change, '').total);

/** The first level the amount is within; beyond all of them the last. */
function levelOf(total: Decimal, authority: readonly ApprovalLevel[]): number {
  const found = authority.findIndex(({ upTo }) => upTo === null || compare(total, upTo) <= 0);
  return found < 0 ? authority.length - 1 : found;
}

/** A role that is no level of its own asks for the highest. */
const rankOf = (role: Role, authority: readonly ApprovalLevel[]): number => {
  const found = authority.findIndex((level) => level.role === role);
  return found < 0 ? authority.length - 1 : found;
};

const rolesFrom = (rank: number, authority: readonly ApprovalLevel[]): readonly Role[] =>
  authority.slice(rank).map(({ role }) => role);

const fromRole = (role: Role, authority: readonly ApprovalLevel[]): readonly Role[] =>
  rolesFrom(rankOf(role, authority), authority);
