import { stamp } from '../order/stamp.ts';
import { closedRecordDoor } from '../record/door.ts';
import { inRecordStatus } from '../record/in-record-status.ts';
import { sameHands } from '../record/other-hands.ts';
import { no, ok, unreachable } from '../value/result.ts';
import { askReturn } from './ask-return.ts';
import type { ReturnCommand } from './command.ts';
import type { ReturnContext, ReturnDecision } from './decision.ts';
import { disposeReturn } from './dispose-return.ts';
import type { AskedReturn, GoodsReturn } from './goods-return.ts';
import { inspectReturn } from './inspect-return.ts';
import { refuse } from './refuse.ts';
import { handBackReturn, refundReturn, replaceReturn } from './settle-return.ts';
import { returnLifecycle } from './transitions.ts';

/** What a command does to goods that come back (null = there is no such return yet; R43). Pure. */
export function decideReturn(
  command: ReturnCommand,
  goods: GoodsReturn | null,
  context: ReturnContext,
): ReturnDecision {
  if (command.type === 'ask-return' && goods !== null) throw new Error(`number ${command.number} is taken`);
  const closed = closedRecordDoor(returnLifecycle, command, goods);
  if (closed !== null) return no(closed);
  switch (command.type) {
    case 'ask-return':
      return askReturn(command, context);
    case 'approve-return':
      return approveReturn(command, inRecordStatus(goods, 'asked'), context);
    case 'inspect-return':
      return inspectReturn(command, inRecordStatus(goods, 'approved'));
    case 'dispose-return':
      return disposeReturn(command, inRecordStatus(goods, 'inspected'));
    case 'refund-return':
      return refundReturn(command, inRecordStatus(goods, 'disposed'));
    case 'replace-return':
      return replaceReturn(command, inRecordStatus(goods, 'disposed'));
    case 'hand-back-return':
      return handBackReturn(command, inRecordStatus(goods, 'disposed'));
    case 'refuse-return':
      return ok([{ type: 'return-refused', ...stamp(command) }]);
    case 'withdraw-return':
      return ok([{ type: 'return-withdrawn', ...stamp(command) }]);
    default:
      return unreachable(command);
  }
}

/** R2, R62. */
function approveReturn(command: ReturnCommand, goods: AskedReturn, { policy }: ReturnContext): ReturnDecision {
  const refused = sameHands(command, [goods.asked], policy);
  return refused === null
    ? ok([{ type: 'return-approved', ...stamp(command) }])
    : no(refuse('approve-return', goods, refused, { name: command.by.name }));
}
