import type { OrderAndShipments } from '../order/progress.ts';
import { dateDue, lettersOf } from '../order/promise.ts';
import { isOrderOver } from '../order/status.ts';
import type { Shipment } from '../shipment/shipment.ts';
import type { Instant, Month } from '../value/date.ts';
import { monthOf } from '../value/date.ts';

/** What decides whether an order has a part in a month's report. */
export interface MonthCandidate extends OrderAndShipments {
  /** When each of its events was recorded. */
  readonly recorded: readonly Instant[];
}

/**
 * Whether a month's report may need the order: something happened to it in the month, something was promised or due in it,
 * or it was under way then and still is. Rather one too many: the report itself counts by the company's calendar, while
 * recorded moments are in UTC, so a day on either side of the month belongs to it here.
 */
export function concernsMonth({ order, shipments, recorded }: MonthCandidate, month: Month): boolean {
  const begun = monthOf(dayAround(order.posted.at, -1)) <= month;
  return begun && (!isOrderOver(order.status) || monthsOf({ order, shipments, recorded }).has(month));
}

/** The months that something happened to it in, or was promised or due in; those it merely ran through don't count. */
export function monthsOf({ order, shipments, recorded }: MonthCandidate): ReadonlySet<Month> {
  const days = [
    ...lettersOf(order).flatMap(({ promised }) => promised.map(({ date }) => date)),
    ...order.lines.flatMap(({ line }) => dateDue(order, line) ?? []),
  ];
  return new Set([...recorded.flatMap(monthsAround), ...shipments.flatMap(monthsOfShipment), ...days.map(monthOf)]);
}

/** The months that goods left and arrived in. */
export const monthsOfShipment = ({ shippedOn, received }: Shipment): readonly Month[] => [
  monthOf(shippedOn),
  ...(received === undefined ? [] : [monthOf(received.on)]),
];

const dayMs = 86_400_000;
const dayAround = (moment: Instant, days: number) =>
  new Date(Date.parse(moment) + days * dayMs).toISOString().slice(0, 10) as Parameters<typeof monthOf>[0];
const monthsAround = (moment: Instant): readonly Month[] => [-1, 0, 1].map((days) => monthOf(dayAround(moment, days)));
