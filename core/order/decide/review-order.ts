import { addWorkingHours } from '../../policy/working-time.ts';
import type { Hand } from '../../record/other-hands.ts';
import type { ReviewCommand, ReviewContext } from '../../review/command.ts';
import { decideReview } from '../../review/decide/decide-review.ts';
import { no, ok } from '../../value/result.ts';
import type { OrderContext } from '../context.ts';
import { refusal } from '../door.ts';
import { reviewNow } from '../review-plan.ts';
import { stamp } from '../stamp.ts';
import type { InReview } from '../state.ts';
import type { CommandOf, OrderDecision } from './decision.ts';

/** Rows 4a–4c: signatures, questions to the customer and his answers, by the plan as it must be now. */
export function reviewOrder(command: ReviewCommand, order: InReview, context: OrderContext): OrderDecision {
  const { review, events } = reviewNow(order, context, stamp(command));
  const decision = decideReview(command, review, reviewContextOf(order, context));
  if (decision.ok) return ok([...events, ...decision.value]);
  const { code, who, data } = decision.reason;
  const refused = refusal(command.type, order.status, code, data);
  return no(who === undefined ? refused : { ...refused, who });
}

/** Row 4: back to who handed it in, with what a reviewer wants to know and until when. */
export function askQuestion(command: CommandOf<'ask-question'>, { policy, review }: OrderContext): OrderDecision {
  const { customerAnswer } = policy.deadlines;
  const replyBy = command.replyBy ?? addWorkingHours(command.at, customerAnswer, review.time);
  if (replyBy <= command.at) return no(refusal('ask-question', 'in-review', 'question.reply-by-past'));
  return ok([{ type: 'question-asked', replyBy, ...stamp(command) }]);
}

export const reviewContextOf = (order: InReview, { policy, review }: OrderContext): ReviewContext => ({
  order,
  hands: handsIn(order),
  duties: policy.duties,
  policy: { customerReplyHours: policy.deadlines.customerAnswer },
  time: review.time,
});

/** Who posted, last edited and handed in the order: they don't sign it (R62). */
export const handsIn = ({ posted, lastEdited, submitted }: InReview): readonly Hand[] => [
  posted,
  lastEdited,
  submitted,
];
