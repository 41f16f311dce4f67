import type { PlainDate } from '../value/date.ts';
import type { Decimal } from '../value/decimal.ts';
import { type Policy, standardPolicy } from './policy.ts';
import type { Precedence } from './priority-law.ts';
import type { Role } from './roles.ts';
import type { Authority, MarginAuthority } from './setting-value.ts';

/** What the checks need of the company's policy (policy.ts); each setting with its number in docs/policy.md. Ratios: 0.05 = 5 %. */
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
  readonly precedence: Omit<Precedence, 'today'>;
}

/** On which days goods can be handed over. */
export interface WorkingCalendar {
  /** Public holidays and make-up days of this country; null = weekends only. */
  readonly holidays: 'CN' | null;
  /** The company's own, before all else. */
  readonly closed: readonly PlainDate[];
  readonly open: readonly PlainDate[];
}

/** What the checks judge by, out of the company's document. */
export const checkPolicyOf = ({ approval, credit, overdue, newCustomer, flags, goods, work }: Policy): CheckPolicy => ({
  discountAuthority: approval.discount,
  marginAuthority: approval.margin,
  credit: {
    tolerance: credit.tolerance,
    within: credit.withinTolerance,
    beyond: credit.beyondTolerance,
    overdueWarnDays: overdue.warnDays,
    overdueStopDays: overdue.noNewOrderDays,
    newCustomerOrders: newCustomer.firstOrders,
    youngRecordsOrders: newCustomer.youngRecordsOrders,
  },
  unusual: flags,
  leadTimeDays: goods.leadTimeDays,
  calendar: workingCalendarOf(work),
  precedence: precedenceOf(goods),
});

/** How what doesn't suffice is shared out. */
export const precedenceOf = ({ priority, longestWaitDays }: Policy['goods']): Omit<Precedence, 'today'> => ({
  law: priority,
  longestWaitDays,
});

/** The days somebody works. */
export const workingCalendarOf = ({ holidays, closed, open }: Policy['work']): WorkingCalendar => ({
  holidays: holidays === 'none' ? null : holidays,
  closed,
  open,
});

/** docs/policy.md's defaults: usual practice, not law. */
export const standardCheckPolicy: CheckPolicy = checkPolicyOf(standardPolicy);
