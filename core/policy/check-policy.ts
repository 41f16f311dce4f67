import type { PlainDate } from '../value/date.ts';
import type { Decimal } from '../value/decimal.ts';
import type { Role } from './roles.ts';

/** What the checks need of the company's policy; each setting with its number in docs/policy.md. Ratios: 0.05 = 5 %. */
export interface CheckPolicy {
  /** Policy 2 (R17): who may grant how much off the list price, rising; beyond the last one nobody. */
  readonly discountAuthority: readonly Authority[];
  /** Policy 3 (R17): a margin below this needs that role's yes, falling. */
  readonly marginAuthority: readonly MarginAuthority[];
  readonly credit: {
    /** Policy 5: over the limit by no more than this → `within`, else `beyond`. */
    readonly tolerance: Decimal;
    readonly within: Role;
    readonly beyond: Role;
    /** Policy 6: days overdue from which it is said, and from which no new order is taken. */
    readonly overdueWarnDays: number;
    readonly overdueStopDays: number;
    /** Policy 7: the first orders of a customer go to finance. */
    readonly newCustomerOrders: number;
    /** Until so many orders were confirmed in all, it is the house's records that are new, not its customers. */
    readonly youngRecordsOrders: number;
  };
  /** Policy 9 (R6). */
  readonly unusual: {
    /** More than this many times the largest quantity of twelve months. */
    readonly quantityFactor: Decimal;
    /** Further than this from the customer's last price. */
    readonly priceDifference: Decimal;
    /** A wished date further away than this is most often a slip of the year. */
    readonly daysAhead: number;
  };
  /** R22: calendar days it takes where the item names none and stock doesn't cover it; null = unknown, not checked. */
  readonly leadTimeDays: number | null;
  readonly calendar: WorkingCalendar;
  /** R23, R66: who gets the stock first when it doesn't suffice. */
  readonly priority: PriorityLaw;
}

export interface Authority {
  readonly role: Role;
  readonly upTo: Decimal;
}
export interface MarginAuthority {
  readonly role: Role;
  readonly below: Decimal;
}

/** On which days goods can be handed over. */
export interface WorkingCalendar {
  /** Public holidays and make-up days of this country; null = weekends only. */
  readonly holidays: 'CN' | null;
  /** The company's own, before all else. */
  readonly closed: readonly PlainDate[];
  readonly open: readonly PlainDate[];
}

/** sheet-order: first come, as the rows stand. due-date: earliest wished date first. class: A before B before C, then as they stand. */
export const priorityLaws = ['sheet-order', 'due-date', 'class'] as const;
export type PriorityLaw = (typeof priorityLaws)[number];

const decimal = (text: string): Decimal => text as Decimal;

/** docs/policy.md's defaults: usual practice, not law. */
export const standardCheckPolicy: CheckPolicy = {
  discountAuthority: [
    { role: 'sales', upTo: decimal('0.03') },
    { role: 'service-supervisor', upTo: decimal('0.05') },
    { role: 'sales-manager', upTo: decimal('0.1') },
    { role: 'director', upTo: decimal('0.15') },
    { role: 'general-manager', upTo: decimal('1') },
  ],
  marginAuthority: [
    { role: 'sales-manager', below: decimal('0.15') },
    { role: 'director', below: decimal('0.08') },
    { role: 'general-manager', below: decimal('0') },
  ],
  credit: {
    tolerance: decimal('0.1'),
    within: 'finance-manager',
    beyond: 'general-manager',
    overdueWarnDays: 7,
    overdueStopDays: 15,
    newCustomerOrders: 3,
    youngRecordsOrders: 30,
  },
  unusual: { quantityFactor: decimal('3'), priceDifference: decimal('0.1'), daysAhead: 730 },
  leadTimeDays: null,
  calendar: { holidays: 'CN', closed: [], open: [] },
  priority: 'sheet-order',
};

/** The default of a house that keeps its books in a currency: mainland China's holidays are nobody else's. */
export const checkPolicyOf = (currency: string): CheckPolicy =>
  currency === 'CNY'
    ? standardCheckPolicy
    : { ...standardCheckPolicy, calendar: { ...standardCheckPolicy.calendar, holidays: null } };
