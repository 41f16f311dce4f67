import { no, ok, unreachable } from '../../value/result.ts';
import type { OrderCommand } from '../command.ts';
import type { OrderContext } from '../context.ts';
import { closedDoor } from '../door.ts';
import { inStatus, underWay } from '../in-status.ts';
import { statusOf } from '../progress.ts';
import { stamp } from '../stamp.ts';
import type { OrderState } from '../state.ts';
import { allowProduction } from './allow-production.ts';
import { allowShipping } from './allow-shipping.ts';
import { approveOrder } from './approve-order.ts';
import { assignOrder } from './assign-order.ts';
import { attachPaper } from './attach-paper.ts';
import { cancelOrder, voidOrder } from './cancel-order.ts';
import { changeOrder } from './change-order.ts';
import { closeOrder } from './close-order.ts';
import type { OrderDecision } from './decision.ts';
import { followCredit } from './follow-credit.ts';
import { followLetter } from './follow-letter.ts';
import { issueLetter } from './issue-letter.ts';
import { postOrder } from './post-order.ts';
import { holdAgain, reallocateGoods } from './reallocate-goods.ts';
import { recordCountersign } from './record-countersign.ts';
import { releaseOrder } from './release-order.ts';
import { releaseReservation } from './release-reservation.ts';
import { requestShipping } from './request-shipping.ts';
import { askQuestion, reviewOrder } from './review-order.ts';
import { saveDraft } from './save-draft.ts';
import { signDestruction } from './sign-destruction.ts';
import { submitOrder } from './submit-order.ts';
import { beginSupply, releaseQuality, reportSupply } from './supply-lines.ts';

/**
 * What a command does to an order (null = there is none yet). The table says from which status, by whom and whether with a
 * reason; the guards that ask for more are in the file named after the command. Pure: the same arguments, the same answer.
 */
export function decide(command: OrderCommand, order: OrderState | null, context: OrderContext): OrderDecision {
  if (command.type === 'post-order') return postOrder(command, order, context);
  if (command.type === 'save-draft') return saveDraft(command, order, context);
  const status = order === null ? 'none' : statusOf(order, context.shipments);
  const closed = closedDoor(command, status);
  if (closed !== null) return no(closed);
  switch (command.type) {
    case 'attach-paper':
      return attachPaper(command, order, context);
    case 'submit-order':
      return submitOrder(command, inStatus(order, 'draft', 'faulty'), context);
    case 'ask-question':
      return askQuestion(command, context);
    case 'sign-off':
    case 'ask-customer':
    case 'record-answer':
      return reviewOrder(command, inStatus(order, 'in-review'), context);
    case 'void-order':
      return voidOrder(command, inStatus(order, 'draft', 'faulty', 'in-review'), context);
    case 'assign-order':
      return assignOrder(command, inStatus(order, ...underWay), context);
    case 'approve-order':
      return approveOrder(command, inStatus(order, 'in-review'), context);
    case 'issue-letter':
      return issueLetter(command, inStatus(order, 'to-confirm', 'awaiting-countersign'), context);
    case 'record-sending':
    case 'record-arrival':
    case 'reject-copy':
      return followLetter(command, inStatus(order, 'awaiting-countersign'));
    case 'release-reservation':
      return releaseReservation(command, inStatus(order, 'awaiting-countersign'), context);
    case 'correct-letter':
      return ok([{ type: 'letter-corrected', ...stamp(command) }]);
    case 'record-countersign':
      return recordCountersign(command, inStatus(order, 'awaiting-countersign', 'released'), context);
    case 'release-order':
      return releaseOrder(command, inStatus(order, 'awaiting-countersign'), context);
    case 'record-letter-of-credit':
    case 'examine-letter-of-credit':
      return followCredit(command, inStatus(order, 'to-confirm', 'awaiting-countersign', 'released'), context);
    case 'allow-production':
      return allowProduction(command, inStatus(order, 'to-confirm', 'awaiting-countersign', 'released'), context);
    case 'begin-supply':
      return beginSupply(command, inStatus(order, 'released'), context);
    case 'report-supply':
      return reportSupply(command, inStatus(order, 'released'), context);
    case 'release-quality':
      return releaseQuality(command, inStatus(order, 'released'), context);
    case 'request-shipping':
      return requestShipping(command, inStatus(order, 'released'), context);
    case 'allow-shipping':
      return allowShipping(command);
    case 'reallocate-goods':
      return reallocateGoods(command, inStatus(order, 'to-confirm', 'awaiting-countersign', 'released'), context);
    case 'hold-again':
      return holdAgain(command, inStatus(order, 'to-confirm', 'awaiting-countersign', 'released'), context);
    case 'change-order':
      return changeOrder(command, inStatus(order, 'to-confirm', 'awaiting-countersign', 'released'), context);
    case 'cancel-order':
      return cancelOrder(command, inStatus(order, 'to-confirm', 'awaiting-countersign', 'released'), context);
    case 'close-order':
      return closeOrder(command, inStatus(order, 'released'), context);
    case 'archive-order':
      return ok([{ type: 'order-archived', month: command.month, ...stamp(command) }]);
    case 'sign-destruction':
      return signDestruction(command, inStatus(order, 'archived'), context);
    default:
      return unreachable(command);
  }
}
