import { promisedDateOf, waitingStatuses } from '../../core/order/lateness.ts';
import { parseOrderNumber, parseShipmentNumber } from '../../core/order/number.ts';
import type { Refusal } from '../../core/order/refusal.ts';
import type { OrderNumber } from '../../core/order/state.ts';
import type { OrderStatus } from '../../core/order/status.ts';
import { no, ok, type Result } from '../../core/value/result.ts';
import type { OrderFilter, OrderWithRecords } from '../ports.ts';
import type { Caller } from './company.ts';
import { readOrderContext } from './order-context.ts';
import { standingOf } from './order-standing.ts';
import { orderViewOf, shipmentViewOf, summaryOf } from './order-view.ts';

/** Orders, newest first, with the counts of each status for the worklists. */
export async function listOrders(caller: Caller, filter: OrderFilter) {
  const { read } = caller.company.store;
  const [page, counts, late] = await Promise.all([read.orders(filter), read.counts(), lateCounts(caller)]);
  return { orders: page.orders.map((loaded) => summaryOf(loaded, caller)), next: page.next, counts, late };
}

/** Late orders by status. Looks through what waits, not through all orders ever. */
async function lateCounts(caller: Caller): Promise<Partial<Record<OrderStatus, number>>> {
  const late: Partial<Record<OrderStatus, number>> = {};
  for (const status of waitingStatuses) {
    let after: OrderNumber | null | undefined;
    do {
      const page = await caller.company.store.read.orders({ status, limit: 500, ...(after ? { after } : {}) });
      const count = page.orders.filter((loaded) => summaryOf(loaded, caller).lateDays > 0).length;
      if (count > 0) late[status] = (late[status] ?? 0) + count;
      after = page.next;
    } while (after);
  }
  return late;
}

/** How far these orders are, newest first; numbers without an order are left out. */
export async function progressOfOrders(caller: Caller, texts: readonly string[]) {
  const numbers = texts.flatMap((text) => parseOrderNumber(text) ?? []);
  const { orders } = await caller.company.store.read.orders({ numbers, limit: numbers.length });
  return orders.map((loaded) => progressLine(loaded, caller));
}

function progressLine({ order: { state }, records }: OrderWithRecords, caller: Caller) {
  const shipments = records.shipment.map((shipment) => shipment.state);
  return { number: state.number, ...standingOf(state, shipments, caller), promised: promisedDateOf(state, shipments) };
}

/** One order with its lines, papers, shipments, history, and what the caller can do with it. */
export async function readOrder(
  caller: Caller,
  text: string,
): Promise<Result<ReturnType<typeof orderViewOf>, Refusal>> {
  const { read } = caller.company.store;
  const number = parseOrderNumber(text);
  const found = number === null ? null : await read.order(number);
  if (found === null) return no({ code: 'order.not-found', data: { order: text } });
  const customer = [found.order.state.customer.code];
  const [context, holds, payments] = await Promise.all([
    readOrderContext(caller, found),
    read.records('hold').ofCustomers(customer),
    read.records('payment').ofCustomers(customer),
  ]);
  return ok(orderViewOf(found, { holds, payments }, context, caller));
}

export async function readShipment(
  caller: Caller,
  text: string,
): Promise<Result<ReturnType<typeof shipmentViewOf>, Refusal>> {
  const number = parseShipmentNumber(text);
  const found = number === null ? null : await caller.company.store.read.records('shipment').byNumber(number);
  return found === null
    ? no({ code: 'shipment.not-found', data: { shipment: text } })
    : ok(shipmentViewOf(found.state));
}
