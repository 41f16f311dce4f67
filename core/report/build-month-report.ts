import { orderStatuses } from '../order/status.ts';
import { type Decimal, sum } from '../value/decimal.ts';
import { kpisOf } from './kpis.ts';
import { byText, dayOf, inMonth, type MonthFacts } from './month-facts.ts';
import type { MonthReport, ReportedOrder, ReportedPaper, ReportedShipment } from './month-report.ts';
import { awaitingCountersign, overdue } from './pending.ts';
import { reportedOrder } from './reported-order.ts';

/** The month's archive report: everything posted, shipped and issued in the month, and what waits at `asOf`. */
export function buildMonthReport(facts: MonthFacts): MonthReport {
  const { month, asOf, company } = facts;
  const orders = facts.orders
    .filter(({ order }) => inMonth(facts, dayOf(facts, order.posted.at)))
    .map((followed) => reportedOrder(facts, followed))
    .sort(byText(({ number }) => number));
  return {
    month,
    asOf,
    company,
    orders,
    byStatus: byStatus(orders),
    shipments: shipmentsOf(facts),
    awaitingCountersign: awaitingCountersign(facts),
    overdue: overdue(facts),
    papers: papersOf(facts),
    kpis: kpisOf(facts),
  };
}

/** In the order of an order's life, then by currency. */
function byStatus(orders: readonly ReportedOrder[]): MonthReport['byStatus'] {
  const currencies = [...new Set(orders.map(({ currency }) => currency))].sort();
  return orderStatuses.flatMap((status) =>
    currencies.flatMap((currency) => {
      const totals = orders.filter((order) => order.status === status && order.currency === currency);
      return totals.length === 0 ? [] : [{ status, currency, orders: totals.length, total: totalOf(totals) }];
    }),
  );
}

const totalOf = (orders: readonly ReportedOrder[]): Decimal => sum(orders.map(({ total }) => total));

/** Shipments that left in the month; one of several orders is listed once. */
function shipmentsOf(facts: MonthFacts): readonly ReportedShipment[] {
  const byNumber = new Map<string, ReportedShipment>();
  for (const { order, shipments } of facts.orders)
    for (const { number, lines, shippedOn, received, carrier, tracking } of shipments)
      if (inMonth(facts, shippedOn))
        byNumber.set(number, {
          number,
          customer: order.customer.name,
          orders: [...new Set(lines.map((line) => line.order))].sort(),
          shippedOn,
          ...(received === undefined ? {} : { receivedOn: received.on }),
          ...(carrier === undefined ? {} : { carrier }),
          ...(tracking === undefined ? {} : { tracking }),
        });
  return [...byNumber.values()].sort(byText(({ number }) => number));
}

/** Papers issued in the month whose PDF is filed. */
function papersOf(facts: MonthFacts): readonly ReportedPaper[] {
  return facts.papers
    .flatMap(({ paper, kind, orders, issued, filed }) => {
      if (filed === undefined || !inMonth(facts, dayOf(facts, issued.at))) return [];
      const { sha256, pages, at } = filed;
      return [{ paper, kind, orders, sha256, pages, filedOn: dayOf(facts, at) }];
    })
    .sort(byText(({ paper }) => paper));
}
