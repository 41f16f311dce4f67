import { hasReason } from '../order/door.ts';
import type { RefusalCode } from '../order/refusal.ts';
import type { PolicyInForce } from '../policy/in-force.ts';
import type { Actor } from '../policy/roles.ts';

export type DutyPolicy = Pick<PolicyInForce, 'duties'>;

/** Whose hand it was; a Stamp fits. */
export interface Hand {
  readonly by: Pick<Actor, 'userId'>;
}

/** In whose words it is refused: of an order he entered or edited, or of anything else he had a hand in. */
type OwnHand = Extract<RefusalCode, 'duty.same-person' | 'duty.own-request'>;

/**
 * R62, in one place for every record: who asked may not approve, nor sign twice where two must sign; alone in the office he may,
 * with a reason on record. The code to refuse with; null = other hands, or a reason given. `earlier`: who had a hand in it before.
 */
export function sameHands(
  command: Hand & { readonly reason?: string },
  earlier: readonly Hand[],
  { duties }: DutyPolicy,
  ownHand: OwnHand = 'duty.own-request',
): OwnHand | 'reason.missing' | null {
  if (!earlier.some(({ by }) => by.userId === command.by.userId)) return null;
  if (duties === 'strict') return ownHand;
  return hasReason(command) ? null : 'reason.missing';
}
