import type { CustomerFacts, ReviewFacts } from '../../../core/review/facts.ts';
import type { ReviewPlan } from '../../../core/review/plan.ts';
import { reviewPlanOf } from '../../../core/review/review-plan-of.ts';
import { standardReviewPolicy } from '../policy/standard-policies.ts';

/** An order of ordinary goods from a customer everybody knows: nothing to look at but its amount. */
export const plainFacts: ReviewFacts = {
  currency: 'CNY',
  amount: '10000' as ReviewFacts['amount'],
  doubts: [],
  customer: { ordersConfirmed: null, overCredit: null, overdue: null },
  discount: null,
  margin: null,
  customMade: [],
  certificates: [],
  legal: [],
  terms: null,
  commission: [],
};
export const facts = (more: Partial<ReviewFacts> = {}): ReviewFacts => ({ ...plainFacts, ...more });
export const customer = (more: Partial<CustomerFacts>): ReviewFacts =>
  facts({ customer: { ...plainFacts.customer, ...more } });

export const planOf = (given: ReviewFacts, policy = standardReviewPolicy, contentHash = 'hash'): ReviewPlan =>
  reviewPlanOf(
    { contentHash, customer: { code: 'C001', name: 'customer', customerClass: 'B' }, lines: [] },
    given,
    policy,
  );

/** "1 credit:finance-clerk": stage and name of each step. */
export const shape = ({ steps }: ReviewPlan): string[] => steps.map(({ stage, id }) => `${stage} ${id}`);
