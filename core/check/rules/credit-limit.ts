import { sameText } from '../../sheet/text.ts';
import { add, compare, type Decimal, multiply, subtract, sum, zero } from '../../value/decimal.ts';
import { type CheckContext, type OrderInCheck, ordersInSheetOrder } from '../context.ts';
import { customerPlace } from '../place.ts';
import type { Observation, Rule } from '../rule.ts';

/**
 * A customer's orders stay within his credit limit (R19, policy 5): what he owes, his open orders, and those of this check one
 * after the other as they stand in the sheets. Reported at the order that crosses the limit and at every further one. Limits
 * are in the house's currency; nothing is converted: an order in another is reported as not checked.
 */
export const creditLimit: Rule = {
  name: 'credit-limit',
  codes: ['customer.over-credit'],
  scope: 'check',
  needs: ['customers', 'creditLimits', 'openAmounts'],
  check(context) {
    const open = openOrders(context);
    const owed = new Map<string, Decimal>();
    return ordersInSheetOrder(context).flatMap((order): Observation[] => {
      const limited = order.customer.kind === 'found' ? order.customer.entry : null;
      if (limited?.creditLimit === undefined) return [];
      if (order.currency !== context.currency) return [notCompared(order, context)];
      const account = sameText(limited.code);
      const before = owed.get(account) ?? add(limited.receivable ?? zero, open.get(account) ?? zero);
      const orderAmount = sum(order.lines.map(({ amount }) => amount ?? zero));
      owed.set(account, add(before, orderAmount));
      return observe({ order, customer: limited.name, limit: limited.creditLimit, before, orderAmount }, context);
    });
  },
};

/** What each customer's open orders come to, in the house's currency. */
const openOrders = ({ currency, knowledge: { openAmounts = [] } }: CheckContext): ReadonlyMap<string, Decimal> =>
  new Map(
    openAmounts
      .filter((open) => open.currency === currency)
      .map(({ customerCode, amount }) => [sameText(customerCode), amount]),
  );

interface Account {
  readonly order: OrderInCheck;
  readonly customer: string;
  readonly limit: Decimal;
  /** Owed before the order. */
  readonly before: Decimal;
  readonly orderAmount: Decimal;
}

function observe(
  { order, customer, limit, before, orderAmount }: Account,
  { currency, policy }: CheckContext,
): Observation[] {
  const after = add(before, orderAmount);
  const over = subtract(after, limit);
  // What lowers the debt (a return) needs nobody's yes.
  if (compare(over, zero) <= 0 || compare(orderAmount, zero) <= 0) return [];
  const { tolerance, within, beyond } = policy.credit;
  return [
    {
      code: 'customer.over-credit',
      at: customerPlace(order),
      expected: { kind: 'money', value: limit, currency },
      actual: { kind: 'money', value: after, currency },
      data: {
        customer,
        currency,
        owed: before,
        orderAmount,
        over,
        role: compare(over, multiply(limit, tolerance)) <= 0 ? within : beyond,
      },
    },
  ];
}

const notCompared = (order: OrderInCheck, { currency }: CheckContext): Observation => ({
  code: 'check.not-run',
  at: customerPlace(order),
  expected: { kind: 'text', value: currency },
  actual: { kind: 'text', value: order.currency },
  data: { rule: creditLimit.name, context: 'currency' },
});
