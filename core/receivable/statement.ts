import type { Payment } from '../payment/payment.ts';
import type { PlainDate } from '../value/date.ts';
import { add, type Decimal, negate, sum } from '../value/decimal.ts';
import type { WriteOff } from '../write-off/write-off.ts';
import { deliveredValues } from './delivered.ts';
import type { CustomerAccount, OrderAccount } from './order-account.ts';

/** What changes a customer's balance. */
export const movementKinds = [
  'opening', // 期初: unpaid of goods that left before their order was entered
  'delivery', // 发货
  'adjustment', // 调整: returns credited, costs charged
  'payment', // 收款
  'refund', // 退款
  'reversal', // 退票、冲销
  'rounding', // 尾差核销
  'bad-debt', // 坏账核销
  'write-off-undone', // 核销撤销
] as const;
export type MovementKind = (typeof movementKinds)[number];

export interface Movement {
  readonly on: PlainDate;
  readonly kind: MovementKind;
  /** Number of the shipment, payment, write-off, return …; the order's own where goods left before it was entered. */
  readonly reference: string;
  /** Of the order it belongs to; a payment belongs to the customer. */
  readonly order: string | null;
  /** Above 0: he owes more. */
  readonly amount: Decimal;
}

/** 对账单: what a customer owed before, every movement, what he owes after; below 0 = paid ahead. Of one currency. */
export interface Statement {
  readonly customerCode: string;
  readonly currency: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly opening: Decimal;
  /** By date; `balance` = opening and everything up to this row. */
  readonly rows: readonly (Movement & { readonly balance: Decimal })[];
  readonly closing: Decimal;
}

/** R45: the movements from one day to another, both included. */
export function statementOf(
  customer: CustomerAccount,
  currency: string,
  { from, to }: Pick<Statement, 'from' | 'to'>,
): Statement {
  const movements = movementsOf(customer, currency);
  const opening = sum(movements.filter(({ on }) => on < from).map(({ amount }) => amount));
  let balance = opening;
  const rows = movements
    .filter(({ on }) => on >= from && on <= to)
    .map((movement) => {
      balance = add(balance, movement.amount);
      return { ...movement, balance };
    });
  return { customerCode: customer.customerCode, currency, from, to, opening, rows, closing: balance };
}

/** Everything that ever changed the customer's balance in this currency, by date. */
function movementsOf({ accounts, payments }: CustomerAccount, currency: string): readonly Movement[] {
  const movements = [
    ...accounts.filter(({ order }) => order.currency === currency).flatMap(ofOrder),
    ...payments.filter((payment) => payment.currency === currency).flatMap(ofPayment),
  ];
  return movements.toSorted((a, b) => compareText(a.on, b.on) || compareText(a.reference, b.reference));
}

function ofOrder(account: OrderAccount): readonly Movement[] {
  const order = account.order.number;
  return [
    ...deliveredValues(account).map(({ shipment, shippedOn, amount }) => ({
      on: shippedOn,
      kind: shipment === null ? ('opening' as const) : ('delivery' as const),
      reference: shipment ?? order,
      order,
      amount,
    })),
    ...account.adjustments.map((adjustment) => ({ kind: 'adjustment' as const, order, ...adjustment })),
    ...account.writeOffs.flatMap(ofWriteOff),
  ];
}

function ofWriteOff({ number: reference, order, cause, on, amount, undone }: WriteOff): readonly Movement[] {
  const given: Movement = { on, kind: cause, reference, order, amount: negate(amount) };
  return undone === undefined
    ? [given]
    : [given, { on: undone.on, kind: 'write-off-undone', reference, order, amount }];
}

function ofPayment({ number: reference, receivedOn, amount, refunds, reversed }: Payment): readonly Movement[] {
  const order = null;
  return [
    { on: receivedOn, kind: 'payment', reference, order, amount: negate(amount) },
    ...refunds.map((refund) => ({ on: refund.on, kind: 'refund' as const, reference, order, amount: refund.amount })),
    // Nothing was refunded of it: reverse-payment.ts.
    ...(reversed === undefined ? [] : [{ on: reversed.on, kind: 'reversal' as const, reference, order, amount }]),
  ];
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
