import { z } from 'zod';
import type { Endpoint } from './endpoints.ts';
import {
  invoiceCommand,
  newInvoice,
  newOpening,
  newPayment,
  newWriteOff,
  paymentCommand,
  writeOffCommand,
} from './money.ts';
import {
  customerAccountView,
  invoiceView,
  openingView,
  paymentView,
  statementView,
  writeOffView,
} from './money-views.ts';
import { currency, locale, month, shortText } from './values.ts';

const number = z.object({ number: shortText });
const customer = z.object({ code: shortText });

/** The part of the endpoint table that is about money: payments, write-offs, tax invoices, and what customers owe. */
export const moneyEndpoints = {
  receivePayment: {
    method: 'POST',
    path: '/api/payments',
    summary: 'Record money that came in, for named orders or for none yet',
    needs: 'by-command',
    body: newPayment,
    answer: paymentView,
    once: true,
  },
  payment: {
    method: 'GET',
    path: '/api/payments/:number',
    summary: 'One payment: what became of it',
    needs: 'credit.read',
    params: number,
    answer: paymentView,
  },
  commandPayment: {
    method: 'POST',
    path: '/api/payments/:number/commands',
    summary: 'Allocate a payment, release, move, refund or reverse it',
    needs: 'by-command',
    params: number,
    body: paymentCommand,
    answer: paymentView,
    once: true,
  },
  writeOffDebt: {
    method: 'POST',
    path: '/api/write-offs',
    summary: 'Give up a debt of an order: a rounding difference or a bad debt',
    needs: 'by-command',
    body: newWriteOff,
    answer: writeOffView,
    once: true,
  },
  writeOff: {
    method: 'GET',
    path: '/api/write-offs/:number',
    summary: 'One write-off',
    needs: 'credit.read',
    params: number,
    answer: writeOffView,
  },
  commandWriteOff: {
    method: 'POST',
    path: '/api/write-offs/:number/commands',
    summary: 'Undo a write-off: the debt stands again',
    needs: 'by-command',
    params: number,
    body: writeOffCommand,
    answer: writeOffView,
    once: true,
  },
  recordOpening: {
    method: 'POST',
    path: '/api/openings',
    summary:
      'Record what was unpaid, when the book began, of goods that left before their order was entered; again, it corrects',
    needs: 'by-command',
    body: newOpening,
    answer: openingView,
    once: true,
  },
  opening: {
    method: 'GET',
    path: '/api/openings/:number',
    summary: "One order's opening receivable",
    needs: 'credit.read',
    params: number,
    answer: openingView,
  },
  recordInvoice: {
    method: 'POST',
    path: '/api/invoices',
    summary: 'Record a tax invoice that was issued elsewhere, over one or several orders of a customer',
    needs: 'by-command',
    body: newInvoice,
    answer: invoiceView,
    once: true,
  },
  invoice: {
    method: 'GET',
    path: '/api/invoices/:number',
    summary: 'One tax invoice, with what was reversed of it',
    needs: 'invoices.read',
    params: number,
    answer: invoiceView,
  },
  commandInvoice: {
    method: 'POST',
    path: '/api/invoices/:number/commands',
    summary: 'Record the red-letter invoice that takes it back, whole or in part',
    needs: 'by-command',
    params: number,
    body: invoiceCommand,
    answer: invoiceView,
    once: true,
  },
  customerAccount: {
    method: 'GET',
    path: '/api/customers/:code/account',
    summary: 'What a customer owes, order by order, and has paid',
    needs: 'credit.read',
    params: customer,
    answer: customerAccountView,
  },
  customerStatement: {
    method: 'GET',
    path: '/api/customers/:code/statement',
    summary: "A month's statement: what he owed before, every movement, what he owes after",
    needs: 'credit.read',
    params: customer,
    query: z.object({ month, currency: currency.exactOptional() }),
    answer: statementView,
  },
  customerStatementPdf: {
    method: 'GET',
    path: '/api/customers/:code/statement.pdf',
    summary: "The month's statement as the customer confirms it, printed as the records stand now",
    needs: 'credit.read',
    params: customer,
    query: z.object({ month, currency: currency.exactOptional(), locale: locale.exactOptional() }),
    answer: 'application/pdf',
  },
} as const satisfies Record<string, Endpoint>;
export type MoneyEndpointName = keyof typeof moneyEndpoints;
