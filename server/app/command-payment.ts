import { parseOrderNumber, parsePaymentNumber, seriesOf } from '../../core/order/number.ts';
import type { Refusal } from '../../core/order/refusal.ts';
import type { OrderNumber } from '../../core/order/state.ts';
import type { PaymentCommand } from '../../core/payment/command.ts';
import { decidePayment } from '../../core/payment/decide.ts';
import type { PaymentContext } from '../../core/payment/decision.ts';
import { closedMoneyDoor } from '../../core/payment/door.ts';
import type { Allocation, Payment, PaymentNumber } from '../../core/payment/payment.ts';
import { monthOf } from '../../core/value/date.ts';
import { no, type Result } from '../../core/value/result.ts';
import type { NewPayment, PaymentCommandRequest } from '../../core/wire/money.ts';
import type { Loaded } from '../ports.ts';
import { type Caller, metaOf } from './company.ts';
import { accountsIn, isCustomerIn, withAccounts } from './customer-account.ts';
import { once } from './once.ts';

type Recorded = Promise<Result<PaymentNumber, Refusal>>;

/** Money came in: recorded with what it pays, in one step (R45). */
export async function receivePayment(caller: Caller, request: NewPayment, requestKey: string): Recorded {
  const { customerCode, reason, ...payment } = request;
  const allocations = allocationsOf(request.allocations);
  const orders = namedIn(allocations);
  const series = seriesOf('PAY', monthOf(caller.moment.today));
  return once<PaymentNumber>(
    caller,
    { requestKey, asks: ['receive-payment', request] },
    {
      ...withAccounts([customerCode], {
        locks: [`series:${series}`, ...orders.map((order) => `order:${order}`)],
        load: { records: { order: { byNumber: orders } } },
      }),
      decide(loaded) {
        const number = loaded.nextNumber(series) as PaymentNumber;
        const decision = decidePayment(
          { type: 'receive-payment', number, customerCode, ...payment, allocations, ...metaOf(caller, reason) },
          null,
          contextIn(caller, customerCode, orders, loaded),
        );
        if (!decision.ok) return { refuse: decision.reason };
        return { append: [{ stream: 'payment', id: number, version: 0, events: decision.value }], answer: number };
      },
    },
  );
}

/** Allocates, releases, moves, refunds or reverses; what the customer owes by then decides. */
export async function commandPayment(
  caller: Caller,
  text: string,
  request: PaymentCommandRequest,
  requestKey: string,
): Recorded {
  const number = parsePaymentNumber(text);
  const seen = number === null ? null : await caller.company.store.read.records('payment').byNumber(number);
  const command = commandOf(caller, request);
  if (number === null || seen === null)
    return no(closedMoneyDoor(command) ?? { code: 'payment.not-found', data: { payment: text } });
  // Whose money it is never changes; the orders it pays may, but only under the lock of their customer.
  const { customerCode } = seen.state;
  const orders = ordersOf(request, seen.state);
  return once<PaymentNumber>(
    caller,
    { requestKey, asks: ['payment', number, request] },
    {
      ...withAccounts([customerCode], {
        locks: [`payment:${number}`, ...orders.map((order) => `order:${order}`)],
        load: { records: { payment: { byNumber: [number] }, order: { byNumber: orders } } },
      }),
      decide(loaded) {
        const record = loaded.records('payment').byNumber(number);
        const context = contextIn(caller, customerCode, orders, loaded);
        const decision = decidePayment(command, record?.state ?? null, context);
        if (!decision.ok) return { refuse: decision.reason };
        const version = record?.version ?? 0;
        return { append: [{ stream: 'payment', id: number, version, events: decision.value }], answer: number };
      },
    },
  );
}

function commandOf(
  caller: Caller,
  request: PaymentCommandRequest,
): Exclude<PaymentCommand, { type: 'receive-payment' }> {
  const meta = metaOf(caller, request.reason);
  switch (request.type) {
    case 'allocate-payment':
    case 'release-allocation':
      return { type: request.type, allocations: allocationsOf(request.allocations), ...meta };
    case 'move-allocation': {
      const from = request.from as OrderNumber;
      return { type: request.type, from, allocations: allocationsOf(request.allocations), ...meta };
    }
    case 'refund-payment':
      return { type: request.type, amount: request.amount, on: request.on, ...meta };
    case 'reverse-payment':
      return { type: request.type, on: request.on, cause: request.cause, ...meta };
  }
}

/** The orders a command touches. A text that is no order's number finds no order, and decide says so. */
function ordersOf(request: PaymentCommandRequest, payment: Payment): readonly OrderNumber[] {
  if (request.type === 'reverse-payment') return payment.allocations.map(({ order }) => order);
  if (request.type === 'refund-payment') return [];
  const named = namedIn(allocationsOf(request.allocations));
  return request.type === 'move-allocation' ? [...new Set([...named, ...numbersAmong([request.from])])] : named;
}

const allocationsOf = (allocations: NewPayment['allocations'] = []): readonly Allocation[] =>
  allocations.map(({ order, amount }) => ({ order: order as OrderNumber, amount }));

const namedIn = (allocations: readonly Allocation[]): readonly OrderNumber[] =>
  numbersAmong([...new Set(allocations.map(({ order }) => order))]);

const numbersAmong = (texts: readonly string[]): readonly OrderNumber[] =>
  texts.flatMap((text) => parseOrderNumber(text) ?? []);

/** The customer's orders, and whatever else is named: another's order is there to be refused by its name, without its money. */
function contextIn(
  caller: Caller,
  customerCode: string,
  named: readonly OrderNumber[],
  loaded: Loaded,
): PaymentContext {
  const others = named.flatMap((number) => {
    const order = loaded.records('order').byNumber(number)?.state;
    if (order === undefined || order.customer.code === customerCode) return [];
    return [{ order, deliveries: [], payments: [], writeOffs: [], adjustments: [] }];
  });
  return {
    isCustomer: isCustomerIn(customerCode, loaded),
    accounts: [...accountsIn(caller, customerCode, loaded), ...others],
  };
}
