import { no, ok, unreachable } from '../../value/result.ts';
import type { OrderCommand } from '../command.ts';
import type { OrderContext } from '../context.ts';
import { closedDoor } from '../door.ts';
import { inStatus } from '../in-status.ts';
import { statusOf } from '../progress.ts';
import { stamp } from '../stamp.ts';
import type { OrderState } from '../state.ts';
import { approveOrder } from './approve-order.ts';
import { cancelOrder } from './cancel-order.ts';
import type { OrderDecision } from './decision.ts';
import { issueLetter } from './issue-letter.ts';
import { postOrder } from './post-order.ts';
import { recordCountersign } from './record-countersign.ts';
import { releaseOrder } from './release-order.ts';
import { beginSupply, releaseQuality, reportSupply } from './supply-lines.ts';

/**
 * What a command does to an order (null = there is none yet). The table says from which status, by whom and whether with a
 * reason; the guards that ask for more are in the file named after the command. Pure: the same arguments, the same answer.
 */
export function decide(command: OrderCommand, order: OrderState | null, context: OrderContext): OrderDecision {
  if (command.type === 'post-order') return postOrder(command, order, context);
  const status = order === null ? 'none' : statusOf(order, context.shipments);
  const closed = closedDoor(command, status);
  if (closed !== null) return no(closed);
  switch (command.type) {
    case 'submit-order':
      return ok([{ type: 'order-submitted', ...stamp(command) }]);
    case 'ask-question':
      return ok([{ type: 'question-asked', ...stamp(command) }]);
    case 'void-order':
      return ok([{ type: 'order-voided', ...stamp(command) }]);
    case 'approve-order':
      return approveOrder(command, inStatus(order, 'in-review'), context);
    case 'issue-letter':
      return issueLetter(command, inStatus(order, 'to-confirm', 'awaiting-countersign'), context);
    case 'correct-letter':
      return ok([{ type: 'letter-corrected', ...stamp(command) }]);
    case 'record-countersign':
      return recordCountersign(command, inStatus(order, 'awaiting-countersign', 'released'), context);
    case 'release-order':
      return releaseOrder(command, inStatus(order, 'awaiting-countersign'));
    case 'begin-supply':
      return beginSupply(command, inStatus(order, 'released'), context);
    case 'report-supply':
      return reportSupply(command, inStatus(order, 'released'), context);
    case 'release-quality':
      return releaseQuality(command, inStatus(order, 'released'), context);
    case 'cancel-order':
      return cancelOrder(command, inStatus(order, 'to-confirm', 'awaiting-countersign', 'released'), context);
    case 'close-order':
      return ok([{ type: 'order-closed', ...stamp(command) }]);
    case 'archive-order':
      return ok([{ type: 'order-archived', month: command.month, ...stamp(command) }]);
    default:
      return unreachable(command);
  }
}
