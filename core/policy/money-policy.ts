import { allAt, type PaymentTerms, prepaidThenShipping } from '../payment/terms.ts';
import type { Decimal } from '../value/decimal.ts';
import type { Role } from './roles.ts';

/** What payments, invoices and the doors they open need of the company's policy; numbers are those of docs/policy.md. Ratios: 0.3 = 30 %. */
export interface MoneyPolicy {
  /** The house's own, ISO 4217: limits are in it and nothing is converted; amounts in another currency count as beyond a write-off's limits. */
  readonly currency: string;
  /** The tax a line holds that names none: 0.13 = 13 %. */
  readonly taxRate: Decimal;
  /** Policy 4 and 5: what holds where an order's terms can't be read; `other` for customers without a class. */
  readonly termsByClass: Readonly<Record<'A' | 'B' | 'C' | 'other', PaymentTerms>>;
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

const decimal = (text: string): Decimal => text as Decimal;

/** docs/policy.md's defaults: usual practice, not law. */
export const standardMoneyPolicy: MoneyPolicy = {
  currency: 'CNY',
  taxRate: decimal('0.13'),
  termsByClass: {
    A: allAt({ at: 'month-end', days: 30 }),
    B: prepaidThenShipping(decimal('0.3')),
    C: prepaidThenShipping(decimal('0.5')),
    other: prepaidThenShipping(decimal('0.5')),
  },
  customMadePrepayment: decimal('0.5'),
  earnestMoneyShare: decimal('0.2'),
  monthlySettlementDays: 30,
  credit: {
    tolerance: decimal('0.1'),
    within: 'finance-manager',
    beyond: 'general-manager',
    overdueStopDays: 15,
    overdueStopShippingDays: 30,
    newCustomerOrders: 3,
    youngRecordsOrders: 30,
  },
  writeOff: {
    roundingUpTo: decimal('10'),
    rounding: ['finance-clerk', 'finance-manager', 'general-manager'],
    badDebtUpTo: decimal('10000'),
    badDebt: ['finance-manager', 'general-manager'],
    beyond: ['general-manager'],
  },
  billsCountFrom: 'receipt',
  invoiceAt: 'delivery',
};
