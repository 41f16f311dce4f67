import type { Aspect } from './aspects.ts';
import { type CheckPolicy, checkPolicyOf } from './check-policy.ts';
import type { Policy } from './policy.ts';
import type { Role } from './roles.ts';
import type { Authority, MarginAuthority } from './setting-value.ts';

/** What planning and following a review needs of the company's policy; each setting with its number in docs/policy.md. */
export interface ReviewPolicy {
  /** Policy 1 (R12): who may confirm up to which amount, tax included, in the house's currency, rising. */
  readonly amountAuthority: readonly Authority[];
  /** Policies 1–3: who signs what is beyond everybody's authority. */
  readonly lastAuthority: Role;
  /** Policy 2 (R17): the first authority is what whoever enters an order may grant, rising. */
  readonly discountAuthority: readonly Authority[];
  /** Policy 3 (R17): a margin below this needs that role's yes, falling. */
  readonly marginAuthority: readonly MarginAuthority[];
  /** Policies 5–7 (R19, R20). */
  readonly credit: Omit<CheckPolicy['credit'], 'youngRecordsOrders'>;
  /** Policy 7: a new customer's order goes to finance before the other aspects are looked at. */
  readonly newCustomerFirst: boolean;
  /** R11: customers of these classes are risky, as those in debt are; written as in the customer book. */
  readonly riskyClasses: readonly string[];
  /** R16: a price in doubt goes to the price review and besides to this role; null = to the price review alone. */
  readonly priceDoubt: Role | null;
  /** R12: only who has the authority signs, or every level below him first. */
  readonly approval: 'authority' | 'every-level';
  /** Looked at in every order; the others only where something asks for it. The head of the order desk always signs. */
  readonly always: readonly Aspect[];
  readonly aspects: Readonly<Record<Aspect, AspectPolicy>>;
  /** Policy 8 (R13): working hours a customer is given to answer a question. */
  readonly customerReplyHours: number;
}

export interface AspectPolicy {
  /**
   * Whoever has a role of the first level is asked; each further level may sign as well, and is told when the ones before it
   * are late.
   */
  readonly levels: readonly (readonly Role[])[];
  /** Policy 8: working hours each level has. */
  readonly hours: number;
}

/** What reviews obey, out of the company's document. */
export function reviewPolicyOf(policy: Policy): ReviewPolicy {
  const { approval, review, newCustomer, deadlines } = policy;
  const { youngRecordsOrders: _onlyChecked, ...credit } = checkPolicyOf(policy).credit;
  return {
    amountAuthority: approval.byAmount,
    lastAuthority: approval.beyondAmount,
    discountAuthority: approval.discount,
    marginAuthority: approval.margin,
    credit,
    newCustomerFirst: newCustomer.financeFirst,
    riskyClasses: review.riskyClasses,
    priceDoubt: review.priceDoubt,
    approval: approval.mode,
    always: review.always,
    aspects: aspectPoliciesOf(policy),
    customerReplyHours: deadlines.customerAnswer,
  };
}

const aspectPoliciesOf = ({ reviewers, deadlines }: Policy): ReviewPolicy['aspects'] => ({
  credit: { levels: reviewers.credit, hours: deadlines.credit },
  technical: { levels: reviewers.technical, hours: deadlines.technical },
  supply: { levels: reviewers.supply, hours: deadlines.supply },
  price: { levels: reviewers.price, hours: deadlines.price },
  compliance: { levels: reviewers.compliance, hours: deadlines.legal },
  region: { levels: reviewers.region, hours: deadlines.region },
  packing: { levels: reviewers.packing, hours: deadlines.packing },
  head: { levels: reviewers.head, hours: deadlines.head },
  management: { levels: reviewers.management, hours: deadlines.management },
});
