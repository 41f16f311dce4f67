import { isGiven } from '../order/order-type.ts';
import type { OrderAndShipments } from '../order/progress.ts';
import { dateDue, letterInForce } from '../order/promise.ts';
import type { OrderLine, OrderState, Stamp } from '../order/state.ts';
import { deliveredLines } from '../shipment/delivered-lines.ts';
import type { Shipment } from '../shipment/shipment.ts';
import { daysBetween, type PlainDate } from '../value/date.ts';
import { compare, type Decimal, decimalOf, divide, isZero, sum } from '../value/decimal.ts';
import { dayOf, inMonth, type MonthFacts, monthRuns } from './month-facts.ts';
import type { Kpi } from './month-report.ts';

/** The month's figures, each by its one definition (docs/policy.md "KPIs"), as far as what it asks is recorded. */
export function kpisOf(all: MonthFacts): readonly Kpi[] {
  // Samples and internal orders are left out of every one.
  const facts = { ...all, orders: all.orders.filter(({ order }) => !isGiven(order)) };
  return [confirmationAccuracy(facts), onTimeShipment(facts), countersignDays(facts)];
}

/**
 * R58: orders first confirmed in the month whose letter never came back corrected ÷ all first confirmed in it. A void after
 * confirmation is among the corrected: only from review can an order be voided. May change as long as a copy is outstanding.
 */
function confirmationAccuracy(facts: MonthFacts): Kpi {
  const confirmed = facts.orders
    .map(({ order }) => order)
    .filter((order) => {
      const first = firstConfirmed(order);
      return first !== null && inMonth(facts, dayOf(facts, first.at));
    });
  const right = confirmed.filter(({ earlier = [] }) => !earlier.some(({ corrected }) => corrected !== undefined));
  const pending = confirmed.some(({ status }) => unsettled.has(status));
  return kpi('confirmation-accuracy', count(right), count(confirmed), 'ratio', monthRuns(facts) || pending);
}
const unsettled: ReadonlySet<OrderState['status']> = new Set([
  'draft',
  'faulty',
  'in-review',
  'to-confirm',
  'awaiting-countersign',
]);

const firstConfirmed = (order: OrderState): Stamp | null =>
  order.earlier?.[0]?.approved ?? ('approved' in order ? (order.approved ?? null) : null);

/**
 * Lines of released orders whose last promised date lies in the month and was met ÷ all such lines, undelivered included.
 * A line whose date is still to come counts once it has shipped: nothing is late before its day is over.
 */
function onTimeShipment(facts: MonthFacts): Kpi {
  const today = dayOf(facts, facts.asOf);
  const judged = facts.orders
    .flatMap(promisedLines)
    .filter(({ due, met }) => inMonth(facts, due) && (met || due < today));
  const met = judged.filter((entry) => entry.met);
  return kpi('on-time-shipment', count(met), count(judged), 'ratio', monthRuns(facts));
}

interface PromisedLine {
  readonly due: PlainDate;
  readonly met: boolean;
}

function promisedLines(followed: OrderAndShipments): readonly PromisedLine[] {
  const { order } = followed;
  if (order.status !== 'released' && order.status !== 'closed' && order.status !== 'archived') return [];
  return order.lines.flatMap((line) => {
    const due = dateDue(order, line.line);
    return due === undefined ? [] : [{ due, met: shippedBy(line, due, followed) }];
  });
}

/** Shipped in full by the date; a line that had left before it was entered is judged by the date its row names. */
function shippedBy(line: OrderLine, due: PlainDate, { order, shipments }: OrderAndShipments): boolean {
  if (line.shippedDate !== undefined) return line.shippedDate <= due;
  const left = shipments
    .filter(({ shippedOn }) => shippedOn <= due)
    .flatMap((shipment) => partOf(shipment, order, line));
  return compare(sum(left), line.quantity) >= 0;
}

const partOf = (shipment: Shipment, order: OrderState, line: OrderLine): readonly Decimal[] =>
  deliveredLines(shipment)
    .filter((shipped) => shipped.order === order.number && shipped.line === line.line)
    .map(({ quantity }) => quantity);

/** Mean days from the letter's issue to its countersigned copy, over the copies that came back in the month. */
function countersignDays(facts: MonthFacts): Kpi {
  const days = facts.orders.flatMap(({ order }) => {
    const back = 'countersignedOn' in order ? order.countersignedOn : undefined;
    const letter = letterInForce(order);
    return back === undefined || letter === null || !inMonth(facts, back) ? [] : [daysBetween(letter.issuedOn, back)];
  });
  const total = days.reduce((all, each) => all + each, 0);
  return kpi('countersign-days', whole(total), count(days), 'days', monthRuns(facts));
}

function kpi(
  code: Kpi['code'],
  numerator: Decimal,
  denominator: Decimal,
  unit: Kpi['unit'],
  provisional: boolean,
): Kpi {
  const value = isZero(denominator) ? null : divide(numerator, denominator);
  return { code, numerator, denominator, value, unit, provisional };
}

const count = (rows: readonly unknown[]): Decimal => whole(rows.length);

function whole(value: number): Decimal {
  const decimal = decimalOf(value);
  if (decimal === null) throw new Error(`not a number of orders or days: ${value}`);
  return decimal;
}
