import { reviewPolicyOf } from '../policy/review-policy.ts';
import type { ReviewEvent } from '../review/event.ts';
import { evolveReview } from '../review/evolve.ts';
import { reviewPlanOf } from '../review/review-plan-of.ts';
import type { ReviewState } from '../review/state.ts';
import { canonicalJson } from '../value/canonical-json.ts';
import type { OrderContext } from './context.ts';
import type { PostedContent, Stamp } from './state.ts';

/** An order's content, and its review so far. */
export type ReviewedOrder = PostedContent & { readonly review?: ReviewState };

/** A review as it must be at this moment, and the event that makes it so; none where nothing has changed. */
export interface ReviewNow {
  readonly review: ReviewState;
  readonly events: readonly ReviewEvent[];
}

/**
 * Prices, stock, debts and the policy may have changed since the plan was made: it is worked out afresh at every step of the
 * review. What was signed holds on, as long as the step is still asked for.
 */
export function reviewNow(
  order: ReviewedOrder,
  { review, policy }: Pick<OrderContext, 'review' | 'policy'>,
  stamped: Stamp,
): ReviewNow {
  const plan = reviewPlanOf(order, review.factsOf(order), reviewPolicyOf(policy));
  if (order.review !== undefined && canonicalJson(order.review.plan) === canonicalJson(plan))
    return { review: order.review, events: [] };
  const event = { type: 'review-planned', plan, ...stamped } as const;
  return { review: evolveReview(order.review ?? null, event), events: [event] };
}
