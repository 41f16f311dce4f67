import { type OrderAndShipments, progressOf, statusOf } from '../order/progress.ts';
import { letterInForce, promiseOf } from '../order/promise.ts';
import type { OrderLine } from '../order/state.ts';
import type { PlainDate } from '../value/date.ts';
import type { Decimal } from '../value/decimal.ts';
import { dayOf, type MonthFacts } from './month-facts.ts';
import type { ReportedLine, ReportedOrder } from './month-report.ts';

/** An order as the report lists it. Of dates that differ by line the latest counts: the order is done with its last line. */
export function reportedOrder(facts: MonthFacts, { order, shipments }: OrderAndShipments): ReportedOrder {
  const progress = progressOf(order, shipments);
  const { customerClass } = order.customer;
  const dates = {
    promised: latest((letterInForce(order)?.promised ?? []).map(({ date }) => date)),
    postponed: latest(order.lines.map(({ line }) => promiseOf(order, line).postponed)),
    countersignedOn: 'countersignedOn' in order ? order.countersignedOn : undefined,
    lastShippedOn: latest([
      ...shipments.map(({ shippedOn }) => shippedOn),
      ...order.lines.map(({ shippedDate }) => shippedDate),
    ]),
    lastReceivedOn: latest(shipments.map(({ received }) => received?.on)),
  };
  return {
    number: order.number,
    key: order.key,
    customer: order.customer.name,
    ...(customerClass === undefined ? {} : { customerClass }),
    status: statusOf(order, shipments),
    currency: order.currency,
    total: order.total,
    postedOn: dayOf(facts, order.posted.at),
    ...present(dates),
    lines: order.lines.map((line, index) => reportedLine(line, progress[index]?.shipped ?? ('0' as Decimal))),
  };
}

function reportedLine(line: OrderLine, shipped: Decimal): ReportedLine {
  const { itemCode, itemName, unit, quantity, unitPrice, amount, dueDate } = line;
  return {
    line: line.line,
    itemCode,
    itemName,
    ...(unit === undefined ? {} : { unit }),
    quantity,
    shipped,
    unitPrice,
    amount,
    ...(dueDate === undefined ? {} : { dueDate }),
  };
}

const latest = (dates: readonly (PlainDate | undefined)[]): PlainDate | undefined =>
  dates
    .filter((date) => date !== undefined)
    .sort()
    .at(-1);

type Present<Fields> = { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };
/** Without the fields that are undefined: an absent date has no field. */
const present = <Fields extends Record<string, unknown>>(fields: Fields): Present<Fields> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<Fields>;
