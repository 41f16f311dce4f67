import { type OrderAndShipments, progressOf } from '../order/progress.ts';
import { dateDue, letterInForce } from '../order/promise.ts';
import { daysBetween, type PlainDate } from '../value/date.ts';
import { isZero } from '../value/decimal.ts';
import { byText, dayOf, type MonthFacts } from './month-facts.ts';
import type { MonthReport } from './month-report.ts';

/** Letters that aren't back, oldest first; also those of class A orders that are supplied already. */
export function awaitingCountersign(facts: MonthFacts): MonthReport['awaitingCountersign'] {
  const today = dayOf(facts, facts.asOf);
  return facts.orders
    .flatMap(({ order }) => {
      const letter = letterInForce(order);
      const back = 'countersignedOn' in order && order.countersignedOn !== undefined;
      if (letter === null || back) return [];
      const { issuedOn } = letter;
      return [{ order: order.number, customer: order.customer.name, issuedOn, days: daysBetween(issuedOn, today) }];
    })
    .sort(byText(({ issuedOn, order }) => `${issuedOn} ${order}`));
}

/** Lines of released orders with open quantity after the date promised last, longest overdue first. */
export function overdue(facts: MonthFacts): MonthReport['overdue'] {
  const today = dayOf(facts, facts.asOf);
  return facts.orders
    .filter(({ order }) => order.status === 'released')
    .flatMap((followed) => overdueLines(followed, today))
    .sort(byText(({ due, order, line }) => `${due} ${order} ${String(line).padStart(6, '0')}`));
}

const overdueLines = ({ order, shipments }: OrderAndShipments, today: PlainDate): MonthReport['overdue'] =>
  progressOf(order, shipments).flatMap(({ line, open }, index) => {
    const due = dateDue(order, line);
    if (due === undefined || due >= today || isZero(open)) return [];
    const itemCode = order.lines[index]?.itemCode ?? '';
    return [
      { order: order.number, customer: order.customer.name, line, itemCode, open, due, days: daysBetween(due, today) },
    ];
  });
