import {
  parseInvoiceNumber,
  parseOrderNumber,
  parsePaymentNumber,
  parseWriteOffNumber,
} from '../../core/order/number.ts';
import { statusOf } from '../../core/order/progress.ts';
import type { Refusal } from '../../core/order/refusal.ts';
import { byOrder } from '../../core/receivable/by-order.ts';
import { statementOf } from '../../core/receivable/statement.ts';
import { addDays, type Month, type PlainDate } from '../../core/value/date.ts';
import { no, ok, type Result } from '../../core/value/result.ts';
import type { Caller } from './company.ts';
import { readMoney } from './customer-account.ts';
import { customerAccountViewOf, invoiceViewOf, openingViewOf, paymentViewOf, writeOffViewOf } from './money-view.ts';

type Read<View> = Promise<Result<View, Refusal>>;

export async function readPayment({ company }: Caller, text: string): Read<ReturnType<typeof paymentViewOf>> {
  const number = parsePaymentNumber(text);
  const found = number === null ? null : await company.store.read.records('payment').byNumber(number);
  return found === null ? no({ code: 'payment.not-found', data: { payment: text } }) : ok(paymentViewOf(found.state));
}

export async function readOpening({ company }: Caller, text: string): Read<ReturnType<typeof openingViewOf>> {
  const number = parseOrderNumber(text);
  const found = number === null ? null : await company.store.read.records('opening').byNumber(number);
  return found === null ? no({ code: 'opening.not-found', data: { order: text } }) : ok(openingViewOf(found.state));
}

export async function readWriteOff({ company }: Caller, text: string): Read<ReturnType<typeof writeOffViewOf>> {
  const number = parseWriteOffNumber(text);
  const found = number === null ? null : await company.store.read.records('write-off').byNumber(number);
  return found === null
    ? no({ code: 'write-off.not-found', data: { writeOff: text } })
    : ok(writeOffViewOf(found.state));
}

export async function readInvoice({ company }: Caller, text: string): Read<ReturnType<typeof invoiceViewOf>> {
  const number = parseInvoiceNumber(text);
  const found = number === null ? null : await company.store.read.records('invoice').byNumber(number);
  return found === null ? no({ code: 'invoice.not-found', data: { invoice: text } }) : ok(invoiceViewOf(found.state));
}

/** R19: what a customer owes and has paid, as it stands today. */
export async function readCustomerAccount(
  caller: Caller,
  customerCode: string,
): Read<ReturnType<typeof customerAccountViewOf>> {
  const { read } = caller.company.store;
  const [money, orders, shipments, invoices] = await Promise.all([
    readMoney(caller, customerCode),
    read.records('order').ofCustomers([customerCode]),
    read.records('shipment').ofCustomers([customerCode]),
    read.records('invoice').ofCustomers([customerCode]),
  ]);
  if (money === null) return no(noCustomer(customerCode));
  const shipmentsOf = byOrder(
    shipments.map(({ state }) => state),
    ({ lines }) => lines.map(({ order }) => order),
  );
  const statuses = new Map(orders.map(({ state }) => [state.number, statusOf(state, shipmentsOf(state.number))]));
  return ok(customerAccountViewOf(money, { invoices: invoices.map(({ state }) => state), statuses }, caller));
}

/** R45 对账单: of one month and currency; the company's own unless another is named. */
export async function readStatement(
  caller: Caller,
  customerCode: string,
  { month, currency = caller.profile.currency }: { readonly month: Month; readonly currency?: string | undefined },
): Read<ReturnType<typeof statementOf>> {
  const money = await readMoney(caller, customerCode);
  return money === null ? no(noCustomer(customerCode)) : ok(statementOf(money.customer, currency, daysOf(month)));
}

const noCustomer = (customer: string): Refusal => ({ code: 'customer.not-found', data: { customer } });

/** First and last day. */
function daysOf(month: Month): { readonly from: PlainDate; readonly to: PlainDate } {
  const from = `${month}-01` as PlainDate;
  const inNextMonth = addDays(from, 31);
  return { from, to: addDays(inNextMonth, -Number(inNextMonth.slice(8))) };
}
