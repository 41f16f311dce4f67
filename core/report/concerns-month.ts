import type { OrderAndShipments } from '../order/progress.ts';
import { dateDue, lettersOf } from '../order/promise.ts';
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
  if (!begun) return false;
  return (
    isRunning(order.status) ||
    recorded.some((moment) => monthsAround(moment).includes(month)) ||
    shipments.some(
      ({ shippedOn, received }) => monthOf(shippedOn) === month || (received && monthOf(received.on) === month),
    ) ||
    lettersOf(order).some(({ promised }) => promised.some(({ date }) => monthOf(date) === month)) ||
    order.lines.some(({ line }) => dateDue(order, line)?.startsWith(month))
  );
}

const isRunning = (status: OrderAndShipments['order']['status']): boolean =>
  status !== 'closed' && status !== 'archived' && status !== 'destroyed' && status !== 'void' && status !== 'cancelled';

const dayMs = 86_400_000;
const dayAround = (moment: Instant, days: number) =>
  new Date(Date.parse(moment) + days * dayMs).toISOString().slice(0, 10) as Parameters<typeof monthOf>[0];
const monthsAround = (moment: Instant): readonly Month[] => [-1, 0, 1].map((days) => monthOf(dayAround(moment, days)));
