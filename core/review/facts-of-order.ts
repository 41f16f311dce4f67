import type { Finding } from '../check/finding.ts';
import type { PostedContent } from '../order/state.ts';
import { readTerms } from '../payment/read-terms.ts';
import { creditShare, type PaymentTerms, prepaidShare } from '../payment/terms.ts';
import type { MoneyPolicy } from '../policy/money-policy.ts';
import { classFor, termsOfClass } from '../receivable/terms-in-force.ts';
import { compare } from '../value/decimal.ts';
import type { ReviewFacts } from './facts.ts';
import { factsOfFindings } from './facts-of-findings.ts';
import { passagesAbout, speaksOf } from './spoken-of.ts';

/** What is known besides what the check says. */
export interface HouseFacts {
  readonly policy: MoneyPolicy;
  /** Whether an item is made for one customer only (policy 4). */
  isCustomMade(itemCode: string): boolean;
}

/**
 * All that a plan is made of, from the order as it is and from the findings of a check made for nobody's authority in
 * particular (`factsOfFindings`). No column holds a commission or a contract of the customer's: they are read from its words.
 */
export const reviewFactsOf = (order: PostedContent, findings: readonly Finding[], house: HouseFacts): ReviewFacts => ({
  ...factsOfFindings(findings),
  currency: house.policy.currency,
  amount: order.currency === house.policy.currency ? order.total : null,
  customMade: [...new Set(order.lines.map(({ itemCode }) => itemCode))].filter((code) => house.isCustomMade(code)),
  certificates: order.lines.flatMap(({ itemCode, specialRequirements: wish }) =>
    wish !== undefined && speaksOf('certificate', wish) ? [`${itemCode}: ${wish}`] : [],
  ),
  legal: passagesAbout('legal', order),
  terms: unusualTerms(order, house.policy),
  commission: passagesAbout('commission', order),
});

/** Terms that trust the customer with more, or ask less beforehand, than those of his class (policy 4). */
function unusualTerms({ customer, paymentTerms }: PostedContent, policy: MoneyPolicy): ReviewFacts['terms'] {
  const own = paymentTerms === undefined ? null : readTerms(paymentTerms, policy.monthlySettlementDays);
  if (paymentTerms === undefined || own === null) return null;
  const usual = termsOfClass(customer.customerClass, policy);
  return isBetter(own, usual)
    ? {
        asked: paymentTerms,
        usual: {
          customerClass: classFor(customer.customerClass),
          prepaid: prepaidShare(usual),
          credit: creditShare(usual),
        },
      }
    : null;
}

const isBetter = (own: PaymentTerms, usual: PaymentTerms): boolean =>
  compare(creditShare(own), creditShare(usual)) > 0 || compare(prepaidShare(own), prepaidShare(usual)) < 0;
