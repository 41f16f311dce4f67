import type { MoneyPolicy } from '../policy/money-policy.ts';
import { daysBetween, type PlainDate } from '../value/date.ts';
import { add, compare, type Decimal, isNegative, isZero, negate, sum } from '../value/decimal.ts';
import { deliveredValues } from './delivered.ts';
import { duesOf, totalDue, uncovered } from './dues.ts';
import type { OrderAccount, TermedAccount } from './order-account.ts';
import { type Owed, owedOf, paidBy, writtenOffOf } from './owed.ts';
import { owesNothing } from './owes-nothing.ts';

/** An order's payment axis, derived: 未付款, 已预付, 部分付款, 已结清, 已逾期, 坏账. */
export const paymentAxes = ['none', 'prepaid', 'part', 'settled', 'overdue', 'bad-debt'] as const;
export type PaymentAxis = (typeof paymentAxes)[number];

/** What an order owes and has paid, on a day. Amounts in its currency. */
export interface OrderPayment extends Owed {
  readonly axis: PaymentAxis;
  /** Allocated and money by today: all of it, unless bills count from their due date. */
  readonly paid: Decimal;
  /** To be paid by today and not paid. */
  readonly due: Decimal;
  /** Of that, what should have been paid before today. */
  readonly overdue: Decimal;
  /** When the oldest part still open is, or was, to be paid; null = nothing left yet that isn't paid, or no day is fixed. */
  readonly dueOn: PlainDate | null;
  /** Days since then; 0 = nothing is overdue. */
  readonly overdueDays: number;
}

/** R45: derived from payments, write-offs, shipments and terms; stored nowhere. */
export function paymentOf(
  account: TermedAccount,
  today: PlainDate,
  policy: Pick<MoneyPolicy, 'billsCountFrom'>,
): OrderPayment {
  const owed = owedOf(account);
  const paid = paidBy(account, today, policy);
  const open = uncovered(duesOf(account), sum([paid, owed.writtenOff, creditedOf(account)]));
  const dueOn = open[0]?.on ?? null;
  const late = open.filter(({ on }) => on !== null && on < today);
  const derived = {
    ...owed,
    paid,
    due: totalDue(open.filter(({ on }) => on !== null && on <= today)),
    overdue: totalDue(late),
    dueOn,
    overdueDays: dueOn === null ? 0 : Math.max(0, daysBetween(dueOn, today)),
  };
  return { ...derived, axis: axisOf(account, derived) };
}

function axisOf(
  account: OrderAccount,
  { owed, paid, writtenOff, overdueDays }: Omit<OrderPayment, 'axis'>,
): PaymentAxis {
  if (owesNothing(account.order) && isZero(owed)) return 'none';
  if (compare(add(paid, writtenOff), owed) >= 0)
    return isZero(writtenOffOf(account, 'bad-debt')) ? 'settled' : 'bad-debt';
  if (overdueDays > 0) return 'overdue';
  if (isZero(paid)) return 'none';
  return deliveredValues(account).length === 0 ? 'prepaid' : 'part';
}

/** What returns took off the price, above 0. */
const creditedOf = ({ adjustments }: OrderAccount): Decimal =>
  sum(adjustments.filter(({ amount }) => isNegative(amount)).map(({ amount }) => negate(amount)));
