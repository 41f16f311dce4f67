import { changePolicyOf } from '../../../core/change/policy.ts';
import { type PostponementPolicy, postponementOf } from '../../../core/order/postponement.ts';
import { policyInForce } from '../../../core/policy/in-force.ts';
import { type MoneyPolicy, moneyPolicyOf } from '../../../core/policy/money-policy.ts';
import { standardPolicy } from '../../../core/policy/policy.ts';
import { type ReviewPolicy, reviewPolicyOf } from '../../../core/policy/review-policy.ts';

/** What each area obeys in an office that has changed nothing, kept in CNY, where two people work. */
export const standardReviewPolicy: ReviewPolicy = reviewPolicyOf(standardPolicy);
export const standardHouse = { currency: 'CNY', taxRate: '0.13' as MoneyPolicy['taxRate'] };
export const standardMoneyPolicy: MoneyPolicy = moneyPolicyOf(standardPolicy, standardHouse);
export const standardPostponement: PostponementPolicy = postponementOf(standardPolicy);
export const standardInForce = policyInForce({ version: 1, policy: standardPolicy }, 2);
export const standardChangePolicy = changePolicyOf(standardInForce);
