import { compare, zero } from '../../value/decimal.ts';
import type { CheckContext, OrderInCheck } from '../context.ts';
import type { Customer } from '../knowledge.ts';
import { customerPlace } from '../place.ts';
import type { Observation, Rule } from '../rule.ts';

/**
 * A customer pays what is due before he orders more (R19, policy 6): after some days it is said, after more no new order is
 * taken. A debt nobody dated is said too.
 */
export const overdueDebt: Rule = {
  name: 'overdue-debt',
  codes: ['customer.overdue', 'customer.overdue-stop'],
  scope: 'order',
  needs: ['customers', 'debts'],
  check: (context) =>
    context.orders.flatMap((order) =>
      order.customer.kind === 'found' ? observe(order, order.customer.entry, context) : [],
    ),
};

function observe(
  order: OrderInCheck,
  { name, overdueDays: days, overdueDebt: debt }: Customer,
  { currency, policy: { credit } }: CheckContext,
): Observation[] {
  // Nothing owed (below zero: paid in advance), or nothing known.
  if (debt === undefined ? days === undefined : compare(debt, zero) <= 0) return [];
  if (days !== undefined && days <= credit.overdueWarnDays) return [];
  const stops = days !== undefined && days > credit.overdueStopDays;
  return [
    {
      code: stops ? 'customer.overdue-stop' : 'customer.overdue',
      at: customerPlace(order),
      ...(debt !== undefined && { actual: { kind: 'money', value: debt, currency } }),
      data: {
        customer: name,
        ...(days !== undefined && { days: String(days) }),
        ...(days === undefined && { context: 'undated' }),
        ...(debt === undefined && { context: 'days' }),
      },
    },
  ];
}
