import { invoicedOf } from '../../core/invoice/invoiced-of.ts';
import type { OrderNumber, OrderState } from '../../core/order/state.ts';
import { may } from '../../core/policy/permissions.ts';
import { isZero, sum } from '../../core/value/decimal.ts';
import type { MoneyRecordSummary } from '../../core/wire/money-views.ts';
import type { OrderWithRecords } from '../ports.ts';
import type { Caller } from './company.ts';

/** An order's payments, invoices and write-offs, as far as this caller may see them; oldest first. */
export function moneyRecordsOf({ order, records }: OrderWithRecords, { user }: Caller): MoneyRecordSummary[] {
  const { number, currency } = order.state;
  const seesCredit = may(user.roles, 'credit.read');
  const rows = [
    ...(seesCredit ? records.payment.map((payment) => paymentRow(payment, number)) : []),
    ...(may(user.roles, 'invoices.read') ? records.invoice.map((invoice) => invoiceRow(invoice, order.state)) : []),
    ...(seesCredit ? records['write-off'].map(writeOffRow) : []),
  ];
  return rows.map((row) => ({ ...row, currency })).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

type Row = Omit<MoneyRecordSummary, 'currency'>;
type RecordsOf<Kind extends 'payment' | 'invoice' | 'write-off'> = OrderWithRecords['records'][Kind][number];

const paymentRow = ({ state }: RecordsOf<'payment'>, order: OrderNumber): Row => ({
  kind: 'payment',
  number: state.number,
  on: state.receivedOn,
  amount: sum(state.allocations.filter((each) => each.order === order).map(({ amount }) => amount)),
  over: state.reversed !== undefined,
});

/** With tax, as it stands after what was taken back. */
function invoiceRow({ state: invoice }: RecordsOf<'invoice'>, order: OrderState): Row {
  const { amount } = invoicedOf({ order, invoices: [invoice] });
  return { kind: 'invoice', number: invoice.number, on: invoice.issuedOn, amount, over: isZero(amount) };
}

const writeOffRow = ({ state }: RecordsOf<'write-off'>): Row => ({
  kind: 'write-off',
  number: state.number,
  on: state.on,
  amount: state.amount,
  over: state.undone !== undefined,
});
