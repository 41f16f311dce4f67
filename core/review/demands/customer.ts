import { sameClass } from '../../policy/customer-class.ts';
import type { ReviewPolicy } from '../../policy/review-policy.ts';
import { compare, multiply } from '../../value/decimal.ts';
import type { Demand, DemandRule } from '../demand.ts';
import type { CustomerFacts } from '../facts.ts';
import type { Reason } from '../reason.ts';

/** Whom we sell to (R11, R19, R20): new and risky customers go to finance, before the rest; great risk to the top besides. */
export const customerDemands: DemandRule = ({ order, facts: { customer, currency }, policy }) => [
  ...newCustomer(customer, policy),
  ...riskyClass(order.customer.customerClass, policy),
  ...overdueDebt(customer, policy),
  ...overCredit(customer, currency, policy),
];

function newCustomer(
  { ordersConfirmed }: CustomerFacts,
  { credit, newCustomerFirst }: ReviewPolicy,
): readonly Demand[] {
  if (ordersConfirmed === null || ordersConfirmed >= credit.newCustomerOrders) return [];
  const values = { before: count(ordersConfirmed), first: count(credit.newCustomerOrders) };
  const turn = newCustomerFirst ? ({ first: true } as const) : {};
  return [{ aspect: 'credit', ...turn, reason: { code: 'customer.new', values } }];
}

function riskyClass(own: string | undefined, { riskyClasses }: ReviewPolicy): readonly Demand[] {
  if (own === undefined || !riskyClasses.some((risky) => sameClass(own, risky))) return [];
  const values = { class: { kind: 'text', value: own } } as const;
  return [{ aspect: 'credit', first: true, reason: { code: 'customer.class', values } }];
}

function overdueDebt({ overdue }: CustomerFacts, policy: ReviewPolicy): readonly Demand[] {
  if (overdue === null) return [];
  const { days } = overdue;
  const { overdueWarnDays, overdueStopDays } = policy.credit;
  if (days === null) return [{ aspect: 'credit', first: true, reason: { code: 'customer.overdue-undated' } }];
  if (days > overdueStopDays)
    return grave(policy, {
      code: 'customer.overdue-stop',
      values: { days: count(days), limit: count(overdueStopDays) },
    });
  if (days <= overdueWarnDays) return [];
  return [{ aspect: 'credit', first: true, reason: { code: 'customer.overdue', values: { days: count(days) } } }];
}

function overCredit({ overCredit }: CustomerFacts, currency: string, policy: ReviewPolicy): readonly Demand[] {
  if (overCredit === null) return [];
  const { over, limit } = overCredit;
  const { tolerance, within } = policy.credit;
  const values = {
    over: { kind: 'money', value: over, currency },
    limit: { kind: 'money', value: limit, currency },
  } as const;
  const reason: Reason = { code: 'customer.over-credit', values };
  return compare(over, multiply(limit, tolerance)) > 0
    ? grave(policy, reason)
    : [{ aspect: 'credit', first: true, role: within, reason }];
}

/** Finance says what it thinks first; then it takes whoever may risk more. */
const grave = ({ credit }: ReviewPolicy, reason: Reason): readonly Demand[] => [
  { aspect: 'credit', first: true, role: credit.within, reason },
  { aspect: 'management', role: credit.beyond, reason },
];

const count = (value: number) => ({ kind: 'quantity', value: `${value}` }) as const;
