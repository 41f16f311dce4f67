import type { Client } from '../../../core/wire/client.ts';
import type { Office } from './office.ts';
import { newKey } from './rows.ts';

/** The customer pays one order, all of what is open unless an amount is named; answers the payment. */
export async function pay(office: Office, number: string, amount?: string) {
  const finance = await office.as('finance-clerk');
  const { customer, currency, payment } = await finance.call('order', { params: { number } });
  const paid = amount ?? payment?.open ?? '0';
  return receive(finance, customer.code, paid, { [number]: paid }, currency);
}

/** Money from a customer, allocated to these orders. */
export async function receive(
  finance: Client,
  customerCode: string,
  amount: string,
  allocations: Readonly<Record<string, string>> = {},
  currency = 'CNY',
) {
  const { today } = await finance.call('session', {});
  return finance.call('receivePayment', {
    body: {
      customerCode,
      kind: 'balance',
      means: { by: 'transfer' },
      amount,
      currency,
      receivedOn: today,
      allocations: Object.entries(allocations).map(([order, part]) => ({ order, amount: part })),
    },
    requestKey: newKey(),
  });
}

let invoices = 0;
/** A tax invoice over everything of the order that left. */
export async function invoice(office: Office, number: string) {
  const finance = await office.as('finance-clerk');
  const { today } = await finance.call('session', {});
  invoices += 1;
  const taxNumber = `2633200000${String(invoices).padStart(10, '0')}`;
  return finance.call('recordInvoice', {
    body: { taxNumber, issuedOn: today, orders: [number] },
    requestKey: newKey(),
  });
}
