import { stamp } from '../order/stamp.ts';
import { no, ok } from '../value/result.ts';
import { checksToRelease } from './blocks.ts';
import type { HoldCommandOf, HoldContext, HoldDecision } from './decision.ts';
import type { ResolvedHold } from './hold.ts';
import { notInCharge } from './not-in-charge.ts';
import { isException } from './reasons.ts';
import { refuse } from './refuse.ts';

/** H6: the door opens again only onto a world that still allows what it leads to. */
export function releaseHold(
  command: HoldCommandOf<'release-hold'>,
  hold: ResolvedHold,
  context: HoldContext,
): HoldDecision {
  const foreign = notInCharge(command, hold, context);
  if (foreign !== null) return no(foreign);
  if (isException(hold.reason) && hold.fedBack === undefined)
    return no(refuse('release-hold', hold, 'hold.not-fed-back'));
  for (const check of checksToRelease(hold)) {
    const passed = context.checks[check];
    if (passed === undefined) throw new Error(`hold ${hold.number}: ${check} was not checked`);
    if (!passed) return no(refuse('release-hold', hold, check === 'credit' ? 'hold.credit-fails' : 'hold.stock-fails'));
  }
  return ok([{ type: 'hold-released', ...stamp(command) }]);
}
