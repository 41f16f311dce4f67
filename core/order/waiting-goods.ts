import type { PriceBook } from '../check/knowledge.ts';
import { itemNamesIn } from '../check/stock-names.ts';
import { sameText } from '../sheet/text.ts';
import { measured } from '../stock/measure.ts';
import type { Size, Standing } from '../stock/priority.ts';
import type { Claim, ClaimLine } from '../stock/priority-preview.ts';
import { dateIn, type PlainDate } from '../value/date.ts';
import { compare, subtract, zero } from '../value/decimal.ts';
import { waitingStatuses } from './lateness.ts';
import { type OrderAndShipments, progressOf } from './progress.ts';
import { dateDue, promiseOf } from './promise.ts';
import type { OrderState } from './state.ts';
import type { OrderStatus } from './status.ts';
import { itemOf } from './stock-promise.ts';
import { supplyOf } from './supply.ts';

/** Orders in these statuses may wait for goods: in review they hold none yet, later what they lost or never got. */
export const claimingStatuses: readonly OrderStatus[] = ['in-review', ...waitingStatuses];

export interface ClaimFacts {
  readonly prices: PriceBook | null;
  /** Numbers of orders in the sequence somebody gives them; those it doesn't name come after. */
  readonly sequence: readonly string[];
  /** The house's own, in which the size of orders is compared. */
  readonly currency: string;
  readonly timeZone: string;
  /** Where an item names none. */
  readonly leadTimeDays: number | null;
}

/**
 * What orders lack of goods out of stock, in the order they were posted (R23, R66): what is open and neither held nor made
 * or bought for them. Orders that lack nothing are left out.
 */
export function claimsOf(orders: readonly OrderAndShipments[], facts: ClaimFacts): readonly Claim[] {
  return orders
    .toSorted(({ order: a }, { order: b }) => (a.posted.at < b.posted.at ? -1 : a.posted.at > b.posted.at ? 1 : 0))
    .flatMap(({ order, shipments }) => {
      const lines = lackingLines({ order, shipments }, facts.prices);
      const { number, customer } = order;
      return lines.length === 0
        ? []
        : [{ order: number, customer: customer.name, standing: standingOf(order, lines, facts), lines }];
    });
}

function lackingLines({ order, shipments }: OrderAndShipments, prices: PriceBook | null): readonly ClaimLine[] {
  const names = itemNamesIn(prices);
  const progress = new Map(progressOf(order, shipments).map((each) => [each.line, each]));
  return order.lines.flatMap((content): ClaimLine[] => {
    const { open = zero, reserved = zero } = progress.get(content.line) ?? {};
    const lacking = subtract(open, reserved);
    const item = itemOf(content, prices, names);
    if (compare(lacking, zero) <= 0 || supplyOf(order, content.line) !== undefined || item?.service) return [];
    const { line, itemCode, unit, warehouse, batch } = content;
    const wanted = measured(lacking, unit, item);
    return [{ line, itemCode, item, wanted, warehouse, batch, due: dateDue(order, line) }];
  });
}

function standingOf(order: OrderState, lines: readonly ClaimLine[], facts: ClaimFacts): Standing {
  const place = facts.sequence.findIndex((number) => sameText(number) === sameText(order.number));
  return {
    // By our own clock: what a sheet says of the day it was ordered is whatever somebody typed.
    since: dateIn(order.posted.at, facts.timeZone),
    dueDate: earliest(lines.map(({ due }) => due)),
    promised: earliest(lines.map(({ line }) => promisedFor(order, line))),
    customerClass: order.customer.customerClass,
    place: place < 0 ? undefined : place,
    workDays: longestWork(lines, facts.leadTimeDays),
    size: sizeOf(order, facts.currency),
  };
}

/** The day the letter in force names, as it moved since. */
function promisedFor(order: OrderState, line: number): PlainDate | undefined {
  const { promised, postponed } = promiseOf(order, line);
  return postponed ?? promised;
}

const earliest = (dates: readonly (PlainDate | undefined)[]): PlainDate | undefined =>
  dates.flatMap((date) => date ?? []).sort()[0];

/** The order is done when its slowest item is; not known while that of one isn't. */
function longestWork(lines: readonly ClaimLine[], usual: number | null): number | undefined {
  const days = lines.map(({ item }) => item?.leadTimeDays ?? usual);
  return days.includes(null) ? undefined : Math.max(...days.map(Number));
}

const sizeOf = ({ lines, total, currency }: OrderState, own: string): Size => ({
  parts: lines.length + lines.filter(({ specialRequirements }) => specialRequirements !== undefined).length,
  amount: currency === own ? total : null,
});
