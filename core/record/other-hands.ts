import { hasReason } from '../order/door.ts';
import type { RefusalCode } from '../order/refusal.ts';
import type { Stamp } from '../order/state.ts';
import type { PolicyInForce } from '../policy/in-force.ts';
import type { Actor } from '../policy/roles.ts';

export type DutyPolicy = Pick<PolicyInForce, 'duties'>;

/**
 * R62: who asked may not approve, nor sign twice where two must sign; alone in the office he may, with a reason on record.
 * The code to refuse with; null = other hands, or a reason given. `earlier`: who had a hand in it before.
 */
export function sameHands(
  command: { readonly by: Actor; readonly reason?: string },
  earlier: readonly Stamp[],
  { duties }: DutyPolicy,
): Extract<RefusalCode, 'duty.own-request' | 'reason.missing'> | null {
  if (!earlier.some(({ by }) => by.userId === command.by.userId)) return null;
  if (duties === 'strict') return 'duty.own-request';
  return hasReason(command) ? null : 'reason.missing';
}
