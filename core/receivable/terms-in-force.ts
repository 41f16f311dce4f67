import { readTerms } from '../payment/read-terms.ts';
import { cashBeforeDelivery, type PaymentTerms, withPrepayment } from '../payment/terms.ts';
import { sameClass } from '../policy/customer-class.ts';
import type { MoneyPolicy } from '../policy/money-policy.ts';
import { customerClasses } from '../policy/setting-value.ts';
import type { PayableOrder } from './order-account.ts';

/** What decides an order's terms beside its own text. */
export interface TermsFacts {
  /** Made for this customer only (policy 4). */
  readonly isCustomMade: boolean;
  /** Orders of the customer confirmed before this one (policy 7). */
  readonly confirmedBefore: number;
  /** Orders of the house confirmed so far, of all customers. */
  readonly confirmedInAll: number;
}

/** The terms that hold for an order, and where they come from. */
export interface TermsInForce {
  readonly terms: PaymentTerms;
  /** `class`: the order says nothing that can be read. */
  readonly from: 'order' | 'class';
  /** Policy 7 took the credit out: one of a new customer's first orders. */
  readonly isNewCustomer: boolean;
}

/** R67, policy 4, 5, 7: the order's own terms, else its class's; stricter for custom-made goods and new customers. */
export function termsInForce(order: PayableOrder, facts: TermsFacts, policy: MoneyPolicy): TermsInForce {
  const own = order.paymentTerms === undefined ? null : readTerms(order.paymentTerms, policy.monthlySettlementDays);
  const agreed = own ?? termsOfClass(order.customer.customerClass, policy);
  const prepaid = facts.isCustomMade ? withPrepayment(agreed, policy.customMadePrepayment) : agreed;
  const { newCustomerOrders, youngRecordsOrders } = policy.credit;
  const isNewCustomer = facts.confirmedBefore < newCustomerOrders && facts.confirmedInAll >= youngRecordsOrders;
  return {
    terms: isNewCustomer ? cashBeforeDelivery(prepaid) : prepaid,
    from: own === null ? 'class' : 'order',
    isNewCustomer,
  };
}

/** What a customer of the class usually agrees to. */
export const termsOfClass = (customerClass: string | undefined, { termsByClass }: MoneyPolicy): PaymentTerms =>
  termsByClass[classFor(customerClass)];

/** Whose terms hold for a customer; one nobody has classed is trusted least. */
export const classFor = (customerClass: string | undefined): (typeof customerClasses)[number] =>
  customerClasses.find((name) => sameClass(customerClass, name)) ?? 'C';
