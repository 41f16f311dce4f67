import type { OrderContext } from '../../core/order/context.ts';
import { reviewNow } from '../../core/order/review-plan.ts';
import type { OrderState } from '../../core/order/state.ts';
import { secretsFrom } from '../../core/policy/permissions.ts';
import { openSteps, type StepStanding } from '../../core/review/open-steps.ts';
import { signersOf } from '../../core/review/plan.ts';
import { redactedReason } from '../../core/review/reason.ts';
import type { SignOff } from '../../core/review/state.ts';
import type { Caller } from './company.ts';

/**
 * Where the review of an order stands: who must sign, why, until when, who did, and what the customer was asked. While it runs,
 * by what is known now; afterwards as it was decided. Absent before the first submission.
 */
export function reviewViewOf(order: OrderState, context: OrderContext, { user, moment }: Caller) {
  if (order.status !== 'in-review' && order.review === undefined) return {};
  const stamped = { at: moment.at, by: { userId: user.id, name: user.name } };
  const review = order.status === 'in-review' ? reviewNow(order, context, stamped).review : order.review;
  if (review === undefined) return {};
  const { steps, questions, isComplete } = openSteps(review, order, moment.at, context.review.time);
  const secrets = secretsFrom(user.roles);
  const late = new Set(questions.filter((question) => question.isLate).map(({ number }) => number));
  return {
    review: {
      contentHash: order.contentHash,
      isComplete,
      steps: steps.map((standing) => ({
        id: standing.step.id,
        aspect: standing.step.aspect,
        stage: standing.step.stage,
        status: standing.status,
        reasons: standing.step.reasons.map((reason) => redactedReason(reason, secrets)),
        who: signersOf(standing.step),
        ...urgency(standing),
        ...('signOff' in standing && { signed: signatureView(standing.signOff) }),
      })),
      questions: review.questions.map(({ number, question, asked, replyBy, answered }) => ({
        number,
        question,
        askedBy: asked.by.name,
        askedAt: asked.at,
        replyBy,
        isLate: late.has(number),
        ...(answered && { answer: answered.answer, from: answered.from, receivedAt: answered.receivedAt }),
      })),
    },
  };
}

const urgency = (standing: StepStanding) =>
  standing.status === 'open' ? { due: standing.due, isLate: standing.isLate, asked: standing.asked } : {};

const signatureView = ({ verdict, statement, role, at, by, reason }: SignOff) => ({
  verdict,
  role,
  at,
  by: by.name,
  ...(statement !== undefined && { statement }),
  ...(reason !== undefined && { reason }),
});
