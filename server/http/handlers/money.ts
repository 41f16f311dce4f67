import type { Month } from '../../../core/value/date.ts';
import type { MoneyEndpointName } from '../../../core/wire/money-endpoints.ts';
import { commandInvoice, recordInvoice } from '../../app/command-invoice.ts';
import { commandPayment, receivePayment } from '../../app/command-payment.ts';
import { commandWriteOff, writeOffDebt } from '../../app/command-write-off.ts';
import {
  readCustomerAccount,
  readInvoice,
  readOpening,
  readPayment,
  readStatement,
  readWriteOff,
} from '../../app/read-money.ts';
import { recordOpening } from '../../app/record-opening.ts';
import { statementPdf } from '../../app/statement-pdf.ts';
import type { Handlers } from '../handler.ts';
import { granted } from '../problem.ts';

/** Money comes in, debts are given up, invoices are recorded; what customers owe follows from them. */
export const moneyHandlers: Pick<Handlers, MoneyEndpointName> = {
  receivePayment: async ({ caller, body, requestKey }) => {
    const number = granted(await receivePayment(caller, body, requestKey));
    return granted(await readPayment(caller, number));
  },
  payment: async ({ caller, params }) => granted(await readPayment(caller, params.number)),
  commandPayment: async ({ caller, params, body, requestKey }) => {
    const number = granted(await commandPayment(caller, params.number, body, requestKey));
    return granted(await readPayment(caller, number));
  },
  writeOffDebt: async ({ caller, body, requestKey }) => {
    const number = granted(await writeOffDebt(caller, body, requestKey));
    return granted(await readWriteOff(caller, number));
  },
  writeOff: async ({ caller, params }) => granted(await readWriteOff(caller, params.number)),
  commandWriteOff: async ({ caller, params, body, requestKey }) => {
    const number = granted(await commandWriteOff(caller, params.number, body, requestKey));
    return granted(await readWriteOff(caller, number));
  },
  recordOpening: async ({ caller, body, requestKey }) => {
    const number = granted(await recordOpening(caller, body, requestKey));
    return granted(await readOpening(caller, number));
  },
  opening: async ({ caller, params }) => granted(await readOpening(caller, params.number)),
  recordInvoice: async ({ caller, body, requestKey }) => {
    const number = granted(await recordInvoice(caller, body, requestKey));
    return granted(await readInvoice(caller, number));
  },
  invoice: async ({ caller, params }) => granted(await readInvoice(caller, params.number)),
  commandInvoice: async ({ caller, params, body, requestKey }) => {
    const number = granted(await commandInvoice(caller, params.number, body, requestKey));
    return granted(await readInvoice(caller, number));
  },
  customerAccount: async ({ caller, params }) => granted(await readCustomerAccount(caller, params.code)),
  customerStatement: async ({ caller, params, query }) =>
    granted(await readStatement(caller, params.code, { ...query, month: query.month as Month })),
  customerStatementPdf: async ({ caller, params, query }) =>
    granted(await statementPdf(caller, params.code, { ...query, month: query.month as Month })),
};
