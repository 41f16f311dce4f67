import { allocatedTo } from '../payment/amounts.ts';
import type { MoneyPolicy } from '../policy/money-policy.ts';
import { compare, type Decimal, multiply, round, sum } from '../value/decimal.ts';
import type { OrderAccount } from './order-account.ts';

/** Earnest money 定金 on an order above the share that has its legal effect (policy 4): said, not refused. */
export function earnestMoneyOver(
  { order, payments }: Pick<OrderAccount, 'order' | 'payments'>,
  { earnestMoneyShare }: Pick<MoneyPolicy, 'earnestMoneyShare'>,
): { readonly earnest: Decimal; readonly limit: Decimal } | null {
  const earnest = sum(
    payments.filter(({ kind }) => kind === 'earnest-money').map((payment) => allocatedTo(order.number, payment)),
  );
  const limit = round(multiply(order.total, earnestMoneyShare), 2);
  return compare(earnest, limit) <= 0 ? null : { earnest, limit };
}
