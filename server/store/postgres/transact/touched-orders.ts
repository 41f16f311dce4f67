import { demandOf } from '../../../../core/order/demand.ts';
import { type OrderAndShipments, statusOf } from '../../../../core/order/progress.ts';
import { isOrderOver } from '../../../../core/order/status.ts';
import { monthsOf } from '../../../../core/report/concerns-month.ts';
import type { Instant } from '../../../../core/value/date.ts';
import { listedMonth, searchText } from '../../search-text.ts';
import { keyText, searchableText } from '../key-text.ts';
import type { KeptRecord } from '../load/kept-record.ts';
import type { RecordsFound } from '../load/records-found.ts';
import { ageOf } from '../order-age.ts';
import type { Tables } from '../tables.ts';
import type { Written } from './written.ts';

/** What an order takes from the stock book of one item: a row of `demand`. */
export interface DemandRow {
  readonly held: boolean;
  readonly leftAt: string | null;
}
/** What is found of an order, and follows from it and the shipments that point at it. */
export interface OrderProjection {
  readonly row: Tables['orders'];
  readonly months: ReadonlySet<string>;
  /** By item code. */
  readonly demand: ReadonlyMap<string, DemandRow>;
}
/** An order whose own events have grown, or those of records that point at it or did before. */
export interface TouchedOrder {
  readonly number: string;
  readonly before: OrderProjection | null;
  readonly after: OrderProjection | null;
}

/** The orders that a decision touches, by number; also those that are pointed at and not there. */
export const touchedOrders = ({ records }: Pick<Written, 'records'>): ReadonlySet<string> =>
  new Set(records.flatMap(({ before, after }) => [...ordersOf(before), ...ordersOf(after)]));

const ordersOf = (record: KeptRecord | undefined): readonly string[] =>
  record === undefined ? [] : record.kind === 'order' ? [record.number, ...record.orders] : record.orders;

export const projections = (
  written: Written,
  { records }: { readonly records: RecordsFound },
): readonly TouchedOrder[] =>
  [...touchedOrders(written)].map((number) => ({
    number,
    before: projectionOf(number, records),
    after: projectionOf(number, written.found),
  }));

/** Null when it isn't there, or not all of it was fetched. */
export function projectionOf(number: string, records: RecordsFound): OrderProjection | null {
  const found = records.orderAndShipments(number);
  if (found === null) return null;
  const recorded = records.get('order', number)?.events.map(({ at }) => at) ?? [];
  return { row: rowOf(found), months: monthsOf({ ...found, recorded }), demand: demandRows(found) };
}

function rowOf({ order, shipments }: OrderAndShipments): Tables['orders'] {
  return {
    number: keyText(order.number),
    age: ageOf(order.number),
    order_key: keyText(order.orderKey),
    status: statusOf(order, shipments),
    month: listedMonth(order),
    search: searchableText(searchText(order)),
    over: isOrderOver(order.status),
  };
}

/** Goods that left are kept with their moment: which of them count changes with every count that is published. */
function demandRows({ order, shipments }: OrderAndShipments): ReadonlyMap<string, DemandRow> {
  const rows = new Map<string, DemandRow>();
  for (const { itemCode } of demandOf({ order, shipments }, null)) rows.set(itemCode, { held: true, leftAt: null });
  const ever = '' as Instant;
  for (const shipment of shipments)
    for (const { itemCode, gone } of demandOf({ order, shipments: [shipment] }, ever)) {
      if (!gone) continue;
      const { held = false, leftAt = null } = rows.get(itemCode) ?? {};
      const { at } = shipment.shipped;
      rows.set(itemCode, { held, leftAt: leftAt === null || at > leftAt ? at : leftAt });
    }
  return rows;
}
