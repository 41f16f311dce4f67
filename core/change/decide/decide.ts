import { stamp } from '../../order/stamp.ts';
import { closedRecordDoor } from '../../record/door.ts';
import { inRecordStatus } from '../../record/in-record-status.ts';
import { no, ok, unreachable } from '../../value/result.ts';
import type { ChangeRequest } from '../change.ts';
import type { ChangeCommand } from '../command.ts';
import type { ChangeContext, ChangeDecision } from '../decision.ts';
import { changeLifecycle } from '../transitions.ts';
import { approveChange } from './approve-change.ts';
import { askChange } from './ask-change.ts';
import { assessChange } from './assess-change.ts';
import { bringIntoForce } from './bring-into-force.ts';
import { cosignChange } from './cosign-change.ts';
import { recordAgreement } from './record-agreement.ts';
import { outdated } from './refuse.ts';
import { settleLoss } from './settle-loss.ts';

/**
 * What a command does to a change request (null = there is none yet; R31–R33). Every step forward is taken against the
 * order as it was asked; refusing and withdrawing are always possible. Pure.
 */
export function decideChange(
  command: ChangeCommand,
  change: ChangeRequest | null,
  context: ChangeContext,
): ChangeDecision {
  if (command.type === 'ask-change' && change !== null) throw new Error(`number ${command.number} is taken`);
  const closed = closedRecordDoor(changeLifecycle, command, change);
  if (closed !== null) return no(closed);
  if (command.type === 'ask-change') return askChange(command, context);
  const known = inRecordStatus(change, 'asked', 'assessed', 'agreed', 'cosigned', 'approved');
  if (command.type === 'refuse-change') return ok([{ type: 'change-refused', ...stamp(command) }]);
  if (command.type === 'withdraw-change') return ok([{ type: 'change-withdrawn', ...stamp(command) }]);
  const late = outdated(command, known, context);
  if (late !== null) return no(late);
  switch (command.type) {
    case 'assess-change':
      return assessChange(command, inRecordStatus(change, 'asked', 'assessed'));
    case 'settle-loss':
      return settleLoss(command, inRecordStatus(change, 'assessed', 'agreed', 'cosigned'));
    case 'record-agreement':
      return recordAgreement(command, inRecordStatus(change, 'assessed'));
    case 'cosign-change':
      return cosignChange(command, inRecordStatus(change, 'agreed', 'cosigned'));
    case 'approve-change':
      return approveChange(command, inRecordStatus(change, 'cosigned', 'approved'), context);
    case 'bring-into-force':
      return bringIntoForce(command, inRecordStatus(change, 'approved'), context);
    default:
      return unreachable(command);
  }
}
