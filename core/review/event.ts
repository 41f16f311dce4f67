import type { Stamp } from '../order/state.ts';
import type { ReviewPlan } from './plan.ts';
import type { CustomerAnswer, CustomerQuestion, SignOff } from './state.ts';

/** What happened in the review of an order, in the past tense. */
export type ReviewEvent =
  /** At every submission, and when prices, stock or debts have changed what must be asked. */
  | ({ readonly type: 'review-planned'; readonly plan: ReviewPlan } & Stamp)
  | ({ readonly type: 'step-signed' } & SignOff)
  | ({ readonly type: 'customer-asked' } & Omit<CustomerQuestion, 'asked' | 'answered'> & Stamp)
  | ({ readonly type: 'answer-recorded'; readonly number: number } & Omit<CustomerAnswer, 'recorded'> & Stamp);
