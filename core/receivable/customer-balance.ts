import { amountsOf } from '../payment/amounts.ts';
import type { MoneyPolicy } from '../policy/money-policy.ts';
import type { PlainDate } from '../value/date.ts';
import { type Decimal, isNegative, maximum, negate, subtract, sum, zero } from '../value/decimal.ts';
import type { CustomerAccount } from './order-account.ts';
import { paymentOf } from './payment-of.ts';

/** What a customer owes and has paid ahead in one currency; amounts of two currencies are never added. */
export interface CustomerBalance {
  readonly currency: string;
  /** For goods he has, due or not. */
  readonly receivable: Decimal;
  /** Of that, what should have been paid before today. */
  readonly overdue: Decimal;
  /** Of the oldest part; 0 = nothing is overdue. */
  readonly overdueDays: number;
  /** Allocated to orders beyond what has left of them. */
  readonly paidAhead: Decimal;
  /** Not allocated: his prepayment. */
  readonly freePrepayment: Decimal;
  /** receivable − paidAhead − freePrepayment: what a statement closes with. */
  readonly balance: Decimal;
}

/** R19, R45: one balance a currency, in the order of their codes. */
export function balancesOf(
  { accounts, payments }: CustomerAccount,
  today: PlainDate,
  policy: Pick<MoneyPolicy, 'billsCountFrom'>,
): readonly CustomerBalance[] {
  const currencies = [...accounts.map(({ order }) => order.currency), ...payments.map(({ currency }) => currency)];
  return [...new Set(currencies)].sort().map((currency) => {
    const orders = accounts
      .filter(({ order }) => order.currency === currency)
      .map((account) => paymentOf(account, today, policy));
    const receivable = sum(orders.map((order) => maximum(zero, order.receivable)));
    const paidAhead = sum(orders.flatMap((order) => (isNegative(order.receivable) ? [negate(order.receivable)] : [])));
    const freePrepayment = sum(
      payments.filter((payment) => payment.currency === currency).map((payment) => amountsOf(payment).free),
    );
    return {
      currency,
      receivable,
      overdue: sum(orders.map(({ overdue }) => overdue)),
      overdueDays: Math.max(0, ...orders.map(({ overdueDays }) => overdueDays)),
      paidAhead,
      freePrepayment,
      balance: subtract(receivable, sum([paidAhead, freePrepayment])),
    };
  });
}
