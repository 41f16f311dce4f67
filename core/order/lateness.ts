import type { Shipment } from '../shipment/shipment.ts';
import { daysBetween, type PlainDate } from '../value/date.ts';
import { isZero } from '../value/decimal.ts';
import { progressOf, statusOf } from './progress.ts';
import { dateDue, letterInForce, promiseOf } from './promise.ts';
import type { OrderState } from './state.ts';
import type { OrderStatus } from './status.ts';

/** The nearest date due of what hasn't left yet; null when everything has, or no line has a date. */
export const dueDateOf = (order: OrderState, shipments: readonly Shipment[]): PlainDate | null =>
  nearestOfOpen(order, shipments, (line) => dateDue(order, line));

/** The nearest date the customer was told of what hasn't left yet; null before a letter holds, and when everything has. */
export const promisedDateOf = (order: OrderState, shipments: readonly Shipment[]): PlainDate | null =>
  nearestOfOpen(order, shipments, (line) => {
    const { promised, postponed } = promiseOf(order, line);
    return postponed ?? promised;
  });

function nearestOfOpen(
  order: OrderState,
  shipments: readonly Shipment[],
  dateOf: (line: number) => PlainDate | undefined,
): PlainDate | null {
  const dates = progressOf(order, shipments)
    .filter(({ open }) => !isZero(open))
    .flatMap(({ line }) => dateOf(line) ?? []);
  return dates.sort()[0] ?? null;
}

/** Statuses that wait for something with a date; an order in any other is never late. */
export const waitingStatuses = [
  'to-confirm',
  'awaiting-countersign',
  'to-supply',
  'in-supply',
  'to-ship',
  'part-shipped',
] as const satisfies readonly OrderStatus[];

/**
 * Days past what the order's status waits for: the letter back on the day it was issued (R27), the goods out by their
 * date, the papers of what left in an emergency by theirs (R36). 0 = in time, or nothing is waited for.
 */
export function lateDaysOf(order: OrderState, shipments: readonly Shipment[], today: PlainDate): number {
  const expected = expectedOn(order, shipments);
  return expected === null ? 0 : Math.max(0, daysBetween(expected, today));
}

function expectedOn(order: OrderState, shipments: readonly Shipment[]): PlainDate | null {
  switch (statusOf(order, shipments)) {
    case 'to-confirm':
      return papersDue(shipments);
    case 'awaiting-countersign':
      return papersDue(shipments) ?? letterInForce(order)?.issuedOn ?? null;
    case 'to-supply':
    case 'in-supply':
    case 'to-ship':
    case 'part-shipped':
      return dueDateOf(order, shipments);
    default:
      return null;
  }
}

/** Goods that went ahead of the letter are followed by it by a day; null when none did. */
const papersDue = (shipments: readonly Shipment[]): PlainDate | null =>
  shipments.flatMap(({ emergency }) => emergency?.papersBy ?? []).sort()[0] ?? null;
