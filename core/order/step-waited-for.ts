import type { WorkingTime } from '../policy/working-time.ts';
import { openSteps } from '../review/open-steps.ts';
import { signersOf } from '../review/plan.ts';
import type { Shipment } from '../shipment/shipment.ts';
import type { Instant } from '../value/date.ts';
import { nextInReview } from './next-in-review.ts';
import { type NextStep, nextStepOf } from './next-step.ts';
import { statusOf } from './progress.ts';
import type { OrderState } from './state.ts';

/**
 * What this very order waits for, and of whom: within a review its plan says who signs next, which may be the manager whose
 * authority a discount needs. Null at the end of its life.
 */
export function stepWaitedFor(
  order: OrderState,
  shipments: readonly Shipment[],
  { at, time }: { readonly at: Instant; readonly time: WorkingTime },
): NextStep | null {
  if (order.status !== 'in-review' || order.review === undefined) return nextStepOf(statusOf(order, shipments));
  const { steps, questions } = openSteps(order.review, order, at, time);
  return nextInReview(
    steps.map((standing) => ({
      status: standing.status,
      who: signersOf(standing.step),
      ...(standing.status === 'open' && { asked: standing.asked }),
    })),
    questions.length > 0,
  );
}
