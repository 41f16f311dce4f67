import type { InvoiceCommand } from '../../../core/invoice/command.ts';
import { decideInvoice } from '../../../core/invoice/decide.ts';
import type { InvoiceDecision } from '../../../core/invoice/decision.ts';
import { replayInvoice } from '../../../core/invoice/evolve.ts';
import type { Invoice, InvoiceEvent, InvoiceNumber } from '../../../core/invoice/invoice.ts';
import type { CommandMeta } from '../../../core/order/command.ts';
import { formatNumber, type SeriesKind } from '../../../core/order/number.ts';
import type { Refusal } from '../../../core/order/refusal.ts';
import type { OrderNumber } from '../../../core/order/state.ts';
import type { PaymentCommand } from '../../../core/payment/command.ts';
import { decidePayment } from '../../../core/payment/decide.ts';
import type { PaymentDecision } from '../../../core/payment/decision.ts';
import { replayPayment } from '../../../core/payment/evolve.ts';
import type { Payment, PaymentEvent, PaymentNumber } from '../../../core/payment/payment.ts';
import { allAt, type PaymentTerms } from '../../../core/payment/terms.ts';
import type { MoneyPolicy } from '../../../core/policy/money-policy.ts';
import type {
  Adjustment,
  CustomerAccount,
  Delivery,
  PayableOrder,
  TermedAccount,
} from '../../../core/receivable/order-account.ts';
import type { Month, PlainDate } from '../../../core/value/date.ts';
import { type Decimal, sum } from '../../../core/value/decimal.ts';
import type { WriteOffCommand } from '../../../core/write-off/command.ts';
import { decideWriteOff, type WriteOffDecision } from '../../../core/write-off/decide.ts';
import { replayWriteOff } from '../../../core/write-off/evolve.ts';
import type { WriteOff, WriteOffEvent, WriteOffNumber } from '../../../core/write-off/write-off.ts';
import { date, number, person, today } from '../order/sample-order.ts';
import { standardMoneyPolicy } from '../policy/standard-policies.ts';

export const cashier = person('qian', 'finance-clerk');
export const controller = person('he', 'finance-manager');
export const boss = person('tang', 'general-manager');
export const money = (text: string): Decimal => text as Decimal;

export interface SampleLine {
  readonly quantity: string;
  readonly amount: string;
  readonly taxRate?: string;
  readonly shippedDate?: string;
}

/** An order as money sees it; `lines` of so many pieces and such an amount each. */
export function payableOrder(
  sequence: number,
  lines: readonly SampleLine[],
  more: Partial<PayableOrder> & { readonly customerCode?: string; readonly customerClass?: string } = {},
): PayableOrder {
  const { customerCode = 'C001', customerClass = 'B', ...rest } = more;
  return {
    number: number(sequence),
    customer: { code: customerCode, name: `customer ${customerCode}`, customerClass },
    currency: 'CNY',
    status: 'released',
    lines: lines.map(({ quantity, amount, taxRate, shippedDate }, at) => ({
      line: at + 1,
      itemCode: `A0${at + 1}`,
      itemName: `item ${at + 1}`,
      quantity: money(quantity),
      unitPrice: money('1'),
      amount: money(amount),
      ...(taxRate === undefined ? {} : { taxRate: money(taxRate) }),
      ...(shippedDate === undefined ? {} : { shippedDate: date(shippedDate) }),
    })),
    total: sum(lines.map(({ amount }) => money(amount))),
    ...rest,
  };
}

export const shipment = (
  note: string,
  shippedOn: string,
  lines: readonly (readonly [order: OrderNumber, line: number, quantity: string])[],
  receivedOn?: string,
): Delivery => ({
  number: note,
  shippedOn: date(shippedOn),
  lines: lines.map(([order, line, quantity]) => ({ order, line, quantity: money(quantity) })),
  ...(receivedOn === undefined ? {} : { received: { on: date(receivedOn) } }),
});

/** One order, nothing paid, nothing shipped. */
export const accountOf = (order: PayableOrder, more: Partial<TermedAccount> = {}): TermedAccount => ({
  order,
  deliveries: [],
  payments: [],
  writeOffs: [],
  adjustments: [],
  terms: allAt({ at: 'shipping' }),
  ...more,
});

type Unnumbered<Command> = Command extends { readonly number: unknown } ? Omit<Command, 'number'> : Command;

/** The money records of an office in memory: what the server does around decide, without the server. */
export class Ledger {
  readonly orders = new Map<OrderNumber, PayableOrder>();
  readonly deliveries: Delivery[] = [];
  readonly adjustments = new Map<OrderNumber, Adjustment[]>();
  /** Unpaid when the book began, of goods that had left before. */
  readonly openings = new Map<OrderNumber, Decimal>();
  readonly paymentEvents = new Map<PaymentNumber, PaymentEvent[]>();
  readonly writeOffEvents = new Map<WriteOffNumber, WriteOffEvent[]>();
  readonly invoiceEvents = new Map<InvoiceNumber, InvoiceEvent[]>();
  readonly policy: MoneyPolicy;
  terms: PaymentTerms = allAt({ at: 'month-end', days: 30 });

  constructor(orders: readonly PayableOrder[], policy: Partial<MoneyPolicy> = {}) {
    for (const order of orders) this.orders.set(order.number, order);
    this.policy = { ...standardMoneyPolicy, ...policy };
  }

  payments = (): Payment[] => [...this.paymentEvents.values()].map(replayPayment);
  writeOffs = (): WriteOff[] => [...this.writeOffEvents.values()].map(replayWriteOff);
  invoices = (): Invoice[] => [...this.invoiceEvents.values()].map(replayInvoice);
  payment = (sequence = 1): Payment => replayPayment(this.paymentEvents.get(pay(sequence)) ?? []);
  invoice = (sequence = 1): Invoice => replayInvoice(this.invoiceEvents.get(inv(sequence)) ?? []);

  account(order: OrderNumber): TermedAccount {
    const found = this.orders.get(order);
    if (found === undefined) throw new Error(`no order ${order}`);
    const open = this.openings.get(order);
    return {
      order: found,
      deliveries: this.deliveries.filter(({ lines }) => lines.some((line) => line.order === order)),
      payments: this.payments(),
      writeOffs: this.writeOffs().filter((writeOff) => writeOff.order === order),
      adjustments: this.adjustments.get(order) ?? [],
      terms: this.terms,
      ...(open !== undefined && { opening: { open } }),
    };
  }

  customer = (customerCode = 'C001', creditLimit: string | null = null): CustomerAccount => ({
    customerCode,
    accounts: [...this.orders.values()]
      .filter(({ customer }) => customer.code === customerCode)
      .map((order) => this.account(order.number)),
    payments: this.payments().filter((payment) => payment.customerCode === customerCode),
    creditLimit: creditLimit === null ? null : money(creditLimit),
  });

  pay(command: Unnumbered<PaymentCommand>, sequence = this.paymentEvents.size + 1): PaymentDecision {
    const key = pay(sequence);
    const before = this.paymentEvents.get(key) ?? [];
    const accounts = [...this.orders.keys()].map((order) => this.account(order));
    const whole = { ...command, number: key } as PaymentCommand;
    const decision = decidePayment(whole, before.length === 0 ? null : replayPayment(before), {
      accounts,
      isCustomer: true,
    });
    if (decision.ok) this.paymentEvents.set(key, [...before, ...decision.value]);
    return decision;
  }

  writeOff(order: OrderNumber, command: Unnumbered<WriteOffCommand>, sequence?: number): WriteOffDecision {
    const key = off(sequence ?? this.writeOffEvents.size + 1);
    const before = this.writeOffEvents.get(key) ?? [];
    const account = this.orders.has(order) ? this.account(order) : null;
    const whole = { ...command, number: key } as WriteOffCommand;
    const state = before.length === 0 ? null : replayWriteOff(before);
    const decision = decideWriteOff(whole, state, { account, policy: this.policy });
    if (decision.ok) this.writeOffEvents.set(key, [...before, ...decision.value]);
    return decision;
  }

  bill(command: Unnumbered<InvoiceCommand>, sequence = this.invoiceEvents.size + 1): InvoiceDecision {
    const key = inv(sequence);
    const before = this.invoiceEvents.get(key) ?? [];
    const invoices = this.invoices();
    const orders = [...this.orders.values()].map((order) => ({ order, deliveries: this.deliveries, invoices }));
    const numbersTaken = invoices.flatMap(({ taxNumber, reversals }) => [
      taxNumber,
      ...reversals.map(({ redNumber }) => redNumber),
    ]);
    const whole = { ...command, number: key } as InvoiceCommand;
    const state = before.length === 0 ? null : replayInvoice(before);
    const decision = decideInvoice(whole, state, { orders, numbersTaken, policy: this.policy });
    if (decision.ok) this.invoiceEvents.set(key, [...before, ...decision.value]);
    return decision;
  }
}

const numbered = (kind: SeriesKind, sequence: number): string =>
  formatNumber({ kind, month: '2026-11' as Month, sequence });
export const pay = (sequence = 1): PaymentNumber => numbered('PAY', sequence) as PaymentNumber;
export const off = (sequence = 1): WriteOffNumber => numbered('WO', sequence) as WriteOffNumber;
export const inv = (sequence = 1): InvoiceNumber => numbered('INV', sequence) as InvoiceNumber;

/** A transfer of so much from C001, for these orders. */
export const transfer = (
  amount: string,
  meta: CommandMeta,
  allocations: Readonly<Record<string, string>> = {},
  more: Partial<Extract<PaymentCommand, { type: 'receive-payment' }>> = {},
): Unnumbered<PaymentCommand> => ({
  type: 'receive-payment',
  customerCode: 'C001',
  kind: 'balance',
  means: { by: 'transfer' },
  amount: money(amount),
  currency: 'CNY',
  receivedOn: today as PlainDate,
  allocations: parts(allocations),
  ...meta,
  ...more,
});

export const parts = (allocations: Readonly<Record<string, string>>) =>
  Object.entries(allocations).map(([order, amount]) => ({ order: order as OrderNumber, amount: money(amount) }));

export function refused(decision: { ok: true } | { ok: false; reason: Refusal }): Refusal {
  if (decision.ok) throw new Error('was not refused');
  return decision.reason;
}
