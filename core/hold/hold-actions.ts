import type { Refusal } from '../order/refusal.ts';
import type { Actor } from '../policy/roles.ts';
import { type RecordAction, recordActions } from '../record/record-actions.ts';
import type { Instant } from '../value/date.ts';
import type { HoldCommandType } from './command.ts';
import { type EscalationChain, escalationDue } from './escalation.ts';
import type { Hold } from './hold.ts';
import { notInCharge } from './not-in-charge.ts';
import { refuse } from './refuse.ts';
import { holdLifecycle } from './transitions.ts';

/** What this person can do with a hold now: also whether he is in charge, and whether it is late at all. */
export const holdActions = (
  hold: Hold,
  by: Actor,
  now: Instant,
  chain: EscalationChain,
): readonly RecordAction<HoldCommandType>[] =>
  recordActions(holdLifecycle, hold, by).map((action) => {
    const refusal = action.allowed ? obstacle(action.command, hold, by, now, chain) : null;
    return refusal === null ? action : { ...action, allowed: false, refusal };
  });

function obstacle(
  command: HoldCommandType,
  hold: Hold,
  by: Actor,
  now: Instant,
  chain: EscalationChain,
): Refusal | null {
  switch (command) {
    case 'resolve-hold':
    case 'release-hold':
      return notInCharge({ type: command, by }, hold, { chain });
    case 'escalate-hold':
      return escalationDue(hold, now, chain) === null ? refuse(command, hold, 'hold.not-due') : null;
    default:
      return null;
  }
}
