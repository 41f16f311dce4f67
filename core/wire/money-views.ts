import { z } from 'zod';
import { invoiceAxes } from '../invoice/invoiced-of.ts';
import { orderStatuses } from '../order/status.ts';
import { paymentKinds } from '../payment/payment.ts';
import { paymentAxes } from '../receivable/payment-of.ts';
import { movementKinds } from '../receivable/statement.ts';
import { computed, date, instant } from './values.ts';

/** What the server answers with about money. Shapes only; what they mean is in core. */
const recorded = {
  at: instant,
  by: z.string(),
  reason: z.string().exactOptional(),
};

export const paymentView = z.object({
  number: z.string(),
  customerCode: z.string(),
  kind: z.enum(paymentKinds),
  means: z.union([
    z.object({ by: z.literal('bill-of-acceptance'), bill: z.string(), dueOn: date }),
    z.object({ by: z.enum(['transfer', 'cash', 'cheque', 'online']) }),
  ]),
  amount: computed,
  currency: z.string(),
  receivedOn: date,
  reference: z.string().exactOptional(),
  /** amount = allocated + free + refunded, or nothing of it when it was reversed. */
  allocated: computed,
  free: computed,
  refunded: computed,
  allocations: z.array(z.object({ order: z.string(), amount: computed })),
  refunds: z.array(z.object({ amount: computed, on: date, ...recorded })),
  reversed: z.object({ on: date, cause: z.enum(['bounced', 'entered-wrongly']), ...recorded }).exactOptional(),
  recorded: z.object(recorded),
});

export const openingView = z.object({
  /** Its order's. */
  number: z.string(),
  customerCode: z.string(),
  currency: z.string(),
  open: computed,
  recorded: z.object(recorded),
});

export const writeOffView = z.object({
  number: z.string(),
  order: z.string(),
  customerCode: z.string(),
  currency: z.string(),
  amount: computed,
  cause: z.enum(['rounding', 'bad-debt']),
  on: date,
  undone: z.object({ on: date, ...recorded }).exactOptional(),
  recorded: z.object(recorded),
});

const invoiceLine = z.object({
  order: z.string(),
  line: z.int(),
  quantity: computed,
  amount: computed,
  taxRate: computed,
  tax: computed,
});
export const invoiceView = z.object({
  number: z.string(),
  taxNumber: z.string(),
  customerCode: z.string(),
  currency: z.string(),
  issuedOn: date,
  lines: z.array(invoiceLine),
  reversals: z.array(z.object({ redNumber: z.string(), on: date, lines: z.array(invoiceLine), ...recorded })),
  /** What stands of it: sums of rounded lines. */
  net: computed,
  tax: computed,
  total: computed,
  recorded: z.object(recorded),
});

/** Beside an order's own life, derived from payments and invoices; each only for who may see it. */
export const orderMoney = {
  payment: z
    .object({
      axis: z.enum(paymentAxes),
      owed: computed,
      paid: computed,
      open: computed,
      /** To be paid by today and not paid; of that, what is late. */
      due: computed,
      overdue: computed,
      dueOn: date.nullable(),
    })
    .exactOptional(),
  invoiced: z.object({ axis: z.enum(invoiceAxes), amount: computed, tax: computed }).exactOptional(),
};

/** A payment, invoice or write-off of an order, as a row of its list; each only for who may see it. */
export const moneyRecordSummary = z.object({
  kind: z.enum(['payment', 'invoice', 'write-off']),
  number: z.string(),
  on: date,
  currency: z.string(),
  /** What of it is this order's. */
  amount: computed,
  /** Reversed, taken back or undone: it counts no more. */
  over: z.boolean(),
});
export type MoneyRecordSummary = z.output<typeof moneyRecordSummary>;

const terms = z.array(
  z.object({
    share: computed,
    at: z.enum(['order', 'shipping', 'receipt', 'shipped', 'month-end']),
    days: z.int().exactOptional(),
  }),
);
const accountOrder = z.object({
  number: z.string(),
  status: z.enum(orderStatuses),
  currency: z.string(),
  total: computed,
  /** What share is to be paid when, as it holds for this order now. */
  terms,
  payment: z.enum(paymentAxes),
  owed: computed,
  paid: computed,
  writtenOff: computed,
  open: computed,
  /** Allocated beyond what it costs: to be released. */
  overpaid: computed,
  due: computed,
  overdue: computed,
  dueOn: date.nullable(),
  overdueDays: z.int(),
  invoiced: z.enum(invoiceAxes),
  /** Earnest money above the share that has its legal effect (policy 4). */
  earnestMoneyOver: z.object({ earnest: computed, limit: computed }).exactOptional(),
});
/** What a customer owes and has paid; orders that are over and settled, and payments used up by them, are left out. */
export const customerAccountView = z.object({
  customerCode: z.string(),
  today: date,
  /** In the company's currency; null = none was set. */
  creditLimit: computed.nullable(),
  balances: z.array(
    z.object({
      currency: z.string(),
      receivable: computed,
      overdue: computed,
      overdueDays: z.int(),
      paidAhead: computed,
      freePrepayment: computed,
      balance: computed,
    }),
  ),
  orders: z.array(accountOrder),
  payments: z.array(paymentView),
});

export const statementView = z.object({
  customerCode: z.string(),
  currency: z.string(),
  from: date,
  to: date,
  opening: computed,
  rows: z.array(
    z.object({
      on: date,
      kind: z.enum(movementKinds),
      reference: z.string(),
      order: z.string().nullable(),
      amount: computed,
      balance: computed,
    }),
  ),
  closing: computed,
});
