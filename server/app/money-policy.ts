import { type MoneyPolicy, moneyPolicyOf } from '../../core/policy/money-policy.ts';
import type { Decimal } from '../../core/value/decimal.ts';
import type { Caller } from './company.ts';

/** What money obeys in this company now: its policy in force, and its profile's currency and usual tax rate. */
export const moneyPolicyFor = ({ policy, profile }: Pick<Caller, 'policy' | 'profile'>): MoneyPolicy =>
  moneyPolicyOf(policy, { currency: profile.currency, taxRate: profile.taxRate as Decimal });
