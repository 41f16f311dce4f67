import { closedRecordDoor } from '../record/door.ts';
import { inRecordStatus } from '../record/in-record-status.ts';
import { no, unreachable } from '../value/result.ts';
import type { HoldCommand } from './command.ts';
import type { HoldContext, HoldDecision } from './decision.ts';
import { escalateHold, reportHold } from './escalate-hold.ts';
import type { Hold } from './hold.ts';
import { raiseHold } from './raise-hold.ts';
import { releaseHold } from './release-hold.ts';
import { feedBackHold, resolveHold } from './resolve-hold.ts';
import { holdLifecycle } from './transitions.ts';

/** What a command does to a hold or an exception (null = there is none yet; R46–R48). Pure. */
export function decideHold(command: HoldCommand, hold: Hold | null, context: HoldContext): HoldDecision {
  if (command.type === 'raise-hold' && hold !== null) throw new Error(`number ${command.number} is taken`);
  const closed = closedRecordDoor(holdLifecycle, command, hold);
  if (closed !== null) return no(closed);
  switch (command.type) {
    case 'raise-hold':
      return raiseHold(command, context);
    case 'escalate-hold':
      return escalateHold(command, inRecordStatus(hold, 'raised', 'reported'), context);
    case 'report-hold':
      return reportHold(command, inRecordStatus(hold, 'raised'));
    case 'resolve-hold':
      return resolveHold(command, inRecordStatus(hold, 'raised', 'reported'), context);
    case 'feed-back-hold':
      return feedBackHold(command, inRecordStatus(hold, 'resolved'));
    case 'release-hold':
      return releaseHold(command, inRecordStatus(hold, 'resolved'), context);
    default:
      return unreachable(command);
  }
}
