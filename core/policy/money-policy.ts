import { type PaymentTerms, type PayWhen, prepaidThen } from '../payment/terms.ts';
import type { Decimal } from '../value/decimal.ts';
import { checkPolicyOf } from './check-policy.ts';
import type { Policy } from './policy.ts';
import type { Role } from './roles.ts';
import type { ByClass, customerClasses } from './setting-value.ts';

/** What payments, invoices and the doors they open need of the company's policy; numbers are those of docs/policy.md. Ratios: 0.3 = 30 %. */
export interface MoneyPolicy {
  /** The house's own, ISO 4217: limits are in it and nothing is converted; amounts in another currency count as beyond a write-off's limits. */
  readonly currency: string;
  /** The tax a line holds that names none: 0.13 = 13 %. */
  readonly taxRate: Decimal;
  /** Policy 4 and 5: what holds where an order's terms can't be read. */
  readonly termsByClass: ByClass<PaymentTerms>;
  /** Policy 4: custom-made goods are prepaid by at least this share, whatever the terms say. */
  readonly customMadePrepayment: Decimal;
  /** Policy 4: earnest money above this share of the contract has no legal effect as such; warned, not refused. */
  readonly earnestMoneyShare: Decimal;
  /** Policy 5: 月结 without a number of days. */
  readonly monthlySettlementDays: number;
  readonly credit: {
    /** Policy 5: over the limit by no more than this share → `within` may let it pass, else `beyond`. */
    readonly tolerance: Decimal;
    readonly within: Role;
    readonly beyond: Role;
    /** Policy 6: more days overdue than this: no new order; nothing ships. */
    readonly overdueStopDays: number;
    readonly overdueStopShippingDays: number;
    /** Policy 7: the first orders of a customer are paid before delivery. */
    readonly newCustomerOrders: number;
    /** Until so many orders were confirmed in all, it is the house's records that are new, not its customers. */
    readonly youngRecordsOrders: number;
  };
  readonly writeOff: {
    /** Policy 10: rounding differences of one order up to this; more is judged like a bad debt. */
    readonly roundingUpTo: Decimal;
    readonly rounding: readonly Role[];
    /** Bad debts of one order up to this; above it only `beyond`. */
    readonly badDebtUpTo: Decimal;
    readonly badDebt: readonly Role[];
    readonly beyond: readonly Role[];
  };
  /** A bill of acceptance counts as money when it is received, or when it falls due. */
  readonly billsCountFrom: 'receipt' | 'due-date';
  /** R44: what may be invoiced, the goods ordered or only those that left. */
  readonly invoiceAt: 'order' | 'delivery';
}

/** What money obeys: the company's document, and the currency and general tax rate of its profile. */
export function moneyPolicyOf(policy: Policy, house: Pick<MoneyPolicy, 'currency' | 'taxRate'>): MoneyPolicy {
  const { payment, credit, overdue, invoice } = policy;
  const { tolerance, within, beyond, overdueStopDays, newCustomerOrders, youngRecordsOrders } =
    checkPolicyOf(policy).credit;
  return {
    ...house,
    termsByClass: termsByClassOf(policy),
    customMadePrepayment: payment.prepaymentCustomMade,
    earnestMoneyShare: payment.earnestMoneyWarning,
    monthlySettlementDays: credit.settlementDays,
    credit: {
      tolerance,
      within,
      beyond,
      overdueStopDays,
      overdueStopShippingDays: overdue.stopShippingDays,
      newCustomerOrders,
      youngRecordsOrders,
    },
    writeOff: writeOffOf(payment),
    billsCountFrom: payment.billsCountFrom,
    invoiceAt: invoice.at,
  };
}

/** The class's share before production, the rest when its terms say. */
function termsByClassOf({ payment, credit }: Policy): MoneyPolicy['termsByClass'] {
  const moments: Readonly<Record<Policy['payment']['terms']['A'], PayWhen>> = {
    'before-delivery': { at: 'shipping' },
    'on-delivery': { at: 'receipt', days: 0 },
    monthly: { at: 'month-end', days: credit.settlementDays },
  };
  const termsOf = (customerClass: (typeof customerClasses)[number]): PaymentTerms =>
    prepaidThen(payment.prepayment[customerClass], moments[payment.terms[customerClass]]);
  return { A: termsOf('A'), B: termsOf('B'), C: termsOf('C') };
}

/** Who may give up more may give up less. */
function writeOffOf(payment: Policy['payment']): MoneyPolicy['writeOff'] {
  const { roundingDecidedBy, badDebtDecidedBy, badDebtBeyond } = payment;
  return {
    roundingUpTo: payment.roundingDifference,
    rounding: [...new Set([roundingDecidedBy, badDebtDecidedBy, badDebtBeyond])],
    badDebtUpTo: payment.badDebtUpTo,
    badDebt: [...new Set([badDebtDecidedBy, badDebtBeyond])],
    beyond: [badDebtBeyond],
  };
}
