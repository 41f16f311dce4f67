import { allocatedTo } from '../payment/amounts.ts';
import type { MoneyPolicy } from '../policy/money-policy.ts';
import type { PlainDate } from '../value/date.ts';
import { add, type Decimal, maximum, subtract, sum, zero } from '../value/decimal.ts';
import type { WriteOff } from '../write-off/write-off.ts';
import { deliveredTotal } from './delivered.ts';
import { settledBefore } from './left-before.ts';
import type { OrderAccount } from './order-account.ts';
import { owesNothing } from './owes-nothing.ts';

/** What an order costs and what was done about it. */
export interface Owed {
  /**
   * The whole price: the order's total less what was paid before the book began, or what left if that is more (tolerance),
   * with credits and charges; never below 0.
   */
  readonly owed: Decimal;
  readonly allocated: Decimal;
  readonly writtenOff: Decimal;
  /** Still to be paid, due or not. */
  readonly open: Decimal;
  /** Allocated beyond what is owed: a change or return made it cheaper; to be released. */
  readonly overpaid: Decimal;
  /** What the customer owes for goods he has: delivered, with credits and charges, less allocated and written off; below 0 = paid ahead. */
  readonly receivable: Decimal;
}

export function owedOf(account: OrderAccount): Owed {
  const { order, payments } = account;
  const delivered = deliveredTotal(account);
  const adjusted = sum(account.adjustments.map(({ amount }) => amount));
  const price = owesNothing(order) ? zero : maximum(subtract(order.total, settledBefore(account)), delivered);
  const owed = maximum(zero, add(price, adjusted));
  const allocated = sum(payments.map((payment) => allocatedTo(order.number, payment)));
  const writtenOff = writtenOffOf(account);
  const rest = subtract(owed, add(allocated, writtenOff));
  return {
    owed,
    allocated,
    writtenOff,
    open: maximum(zero, rest),
    overpaid: maximum(zero, subtract(zero, rest)),
    receivable: subtract(add(delivered, adjusted), add(allocated, writtenOff)),
  };
}

/** What stands written off on the order, of one cause or of both. */
export const writtenOffOf = ({ writeOffs }: Pick<OrderAccount, 'writeOffs'>, cause?: WriteOff['cause']): Decimal =>
  sum(
    writeOffs
      .filter((writeOff) => writeOff.undone === undefined && (cause === undefined || writeOff.cause === cause))
      .map(({ amount }) => amount),
  );

/** What of the allocations is money by that day: a bill of acceptance may count from its due date only. */
export const paidBy = (
  { order, payments }: Pick<OrderAccount, 'order' | 'payments'>,
  today: PlainDate,
  { billsCountFrom }: Pick<MoneyPolicy, 'billsCountFrom'>,
): Decimal =>
  sum(
    payments
      .filter(({ means }) => billsCountFrom === 'receipt' || !('dueOn' in means) || means.dueOn <= today)
      .map((payment) => allocatedTo(order.number, payment)),
  );
