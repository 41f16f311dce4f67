import { nextInReview } from '../../core/order/next-in-review.ts';
import { type NextStep, nextStepOf } from '../../core/order/next-step.ts';
import type { OrderView } from '../../core/wire/order-views.ts';

/** As the table of doors says; within a review, as its plan does. Null at the end of an order's life. */
export function nextHandOf(order: OrderView): NextStep | null {
  const step = nextStepOf(order.status);
  if (step === null) return null;
  if (step.command === 'approve-order' && order.review) {
    const { steps, questions } = order.review;
    return nextInReview(
      steps,
      questions.some(({ answer }) => answer === undefined),
    );
  }
  const refused = order.actions.find(({ command }) => command === step.command)?.refusal;
  return { command: step.command, roles: refused?.who ?? step.roles };
}
