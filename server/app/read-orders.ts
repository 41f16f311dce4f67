import { parseOrderNumber, parseShipmentNumber } from '../../core/order/number.ts';
import type { Refusal } from '../../core/order/refusal.ts';
import { no, ok, type Result } from '../../core/value/result.ts';
import type { OrderFilter } from '../ports.ts';
import type { Caller } from './company.ts';
import { orderViewOf, shipmentViewOf, summaryOf } from './order-view.ts';

/** Orders, newest first, with the count of each status for the worklists. */
export async function listOrders(caller: Caller, filter: OrderFilter) {
  const { read } = caller.company.store;
  const [page, counts] = await Promise.all([read.orders(filter), read.counts()]);
  return { orders: page.orders.map((loaded) => summaryOf(loaded, caller)), next: page.next, counts };
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
  const [books, openDemand] = await Promise.all([read.books(), read.openDemand()]);
  const stock = books.stock?.kind === 'stock' ? books.stock.content : null;
  return ok(orderViewOf(found, found.papers, { stock, openDemand }, caller));
}

export async function readShipment(
  caller: Caller,
  text: string,
): Promise<Result<ReturnType<typeof shipmentViewOf>, Refusal>> {
  const number = parseShipmentNumber(text);
  const found = number === null ? null : await caller.company.store.read.shipment(number);
  return found === null
    ? no({ code: 'shipment.not-found', data: { shipment: text } })
    : ok(shipmentViewOf(found.state));
}
