import type { InvoiceCommandOf } from '../../core/invoice/command.ts';
import { decideInvoice } from '../../core/invoice/decide.ts';
import type { InvoiceContext, InvoicedOrder } from '../../core/invoice/decision.ts';
import type { InvoicedPart, InvoiceNumber } from '../../core/invoice/invoice.ts';
import { parseInvoiceNumber, parseOrderNumber, seriesOf } from '../../core/order/number.ts';
import type { Refusal } from '../../core/order/refusal.ts';
import type { OrderNumber } from '../../core/order/state.ts';
import { closedMoneyDoor } from '../../core/payment/door.ts';
import { monthOf } from '../../core/value/date.ts';
import { no, type Result } from '../../core/value/result.ts';
import type { InvoiceCommandRequest, NewInvoice } from '../../core/wire/money.ts';
import type { Loaded } from '../ports.ts';
import { type Caller, metaOf } from './company.ts';
import { moneyPolicyFor } from './money-policy.ts';
import { once } from './once.ts';

type Recorded = Promise<Result<InvoiceNumber, Refusal>>;

/** A tax invoice was issued elsewhere: recorded over what may be invoiced of its orders and isn't (R44). */
export async function recordInvoice(caller: Caller, request: NewInvoice, requestKey: string): Recorded {
  const { issuedOn, reason } = request;
  const taxNumber = request.taxNumber.trim();
  const orders = (request.orders ?? []).map((order) => order as OrderNumber);
  const parts = partsOf(request.parts ?? []);
  const named = [...new Set([...orders, ...parts.map(({ order }) => order)])];
  const numbers = named.flatMap((text) => parseOrderNumber(text) ?? []);
  const series = seriesOf('INV', monthOf(caller.moment.today));
  return once<InvoiceNumber>(
    caller,
    { requestKey, asks: ['record-invoice', request] },
    {
      locks: [`series:${series}`, taxLock(taxNumber), ...numbers.map((number) => `order:${number}`)],
      load: { records: { order: { byNumber: numbers }, invoice: { byName: [taxNumber] } } },
      decide(loaded) {
        const number = loaded.nextNumber(series) as InvoiceNumber;
        const decision = decideInvoice(
          { type: 'record-invoice', number, taxNumber, issuedOn, orders, parts, ...metaOf(caller, reason) },
          null,
          contextIn(caller, numbers, taxNumber, loaded),
        );
        if (!decision.ok) return { refuse: decision.reason };
        return { append: [{ stream: 'invoice', id: number, version: 0, events: decision.value }], answer: number };
      },
    },
  );
}

/** A red-letter invoice took it back, whole or in part. */
export async function commandInvoice(
  caller: Caller,
  text: string,
  request: InvoiceCommandRequest,
  requestKey: string,
): Recorded {
  const number = parseInvoiceNumber(text);
  const seen = number === null ? null : await caller.company.store.read.records('invoice').byNumber(number);
  const redNumber = request.redNumber.trim();
  const command: InvoiceCommandOf<'reverse-invoice'> = {
    type: request.type,
    redNumber,
    on: request.on,
    parts: request.parts === undefined ? 'all' : partsOf(request.parts),
    ...metaOf(caller, request.reason),
  };
  if (number === null || seen === null)
    return no(closedMoneyDoor(command) ?? { code: 'invoice.not-found', data: { invoice: text } });
  // The lines of an invoice never change: what was seen now are the orders to lock.
  const orders = [...new Set(seen.state.lines.map(({ order }) => order))];
  return once<InvoiceNumber>(
    caller,
    { requestKey, asks: ['invoice', number, request] },
    {
      locks: [`invoice:${number}`, taxLock(redNumber), ...orders.map((order) => `order:${order}`)],
      load: { records: { invoice: { byNumber: [number], byName: [redNumber] } } },
      decide(loaded) {
        const record = loaded.records('invoice').byNumber(number);
        const decision = decideInvoice(command, record?.state ?? null, contextIn(caller, [], redNumber, loaded));
        if (!decision.ok) return { refuse: decision.reason };
        const version = record?.version ?? 0;
        return { append: [{ stream: 'invoice', id: number, version, events: decision.value }], answer: number };
      },
    },
  );
}

/** The tax authority gives a number once: two who enter it at once, for whatever orders, wait for each other. */
const taxLock = (taxNumber: string): string => `tax-number:${taxNumber}`;

const partsOf = (parts: NonNullable<NewInvoice['parts']>): readonly InvoicedPart[] =>
  parts.map((part) => ({ ...part, order: part.order as OrderNumber }));

function contextIn(caller: Caller, numbers: readonly OrderNumber[], taxNumber: string, loaded: Loaded): InvoiceContext {
  const orders = numbers.flatMap((number): readonly InvoicedOrder[] => {
    const order = loaded.records('order').byNumber(number)?.state;
    if (order === undefined) return [];
    const deliveries = loaded.records('shipment').ofOrder(number);
    const invoices = loaded.records('invoice').ofOrder(number);
    return [{ order, deliveries: deliveries.map(({ state }) => state), invoices: invoices.map(({ state }) => state) }];
  });
  const isTaken = loaded.records('invoice').byName(taxNumber) !== null;
  return { orders, numbersTaken: isTaken ? [taxNumber] : [], policy: moneyPolicyFor(caller) };
}
