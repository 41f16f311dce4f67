import { unreachable } from '../../value/result.ts';
import type { ReviewCommand, ReviewContext } from '../command.ts';
import type { ReviewState } from '../state.ts';
import { askCustomer } from './ask-customer.ts';
import type { ReviewDecision } from './decision.ts';
import { recordAnswer } from './record-answer.ts';
import { signOff } from './sign-off.ts';

/** What a command does to the review of an order. In which status of the order it may come at all, the table of doors says. Pure. */
export function decideReview(command: ReviewCommand, review: ReviewState, context: ReviewContext): ReviewDecision {
  switch (command.type) {
    case 'sign-off':
      return signOff(command, review, context);
    case 'ask-customer':
      return askCustomer(command, review, context);
    case 'record-answer':
      return recordAnswer(command, review);
    default:
      return unreachable(command);
  }
}
