import type { Field } from '../../sheet/fields.ts';
import { longestOf, mostRows } from '../../sheet/longest.ts';
import { fieldsOfLine, fieldsOfOrder } from '../../sheet/order-of-rows.ts';
import { firstLine, type LineInCheck, type OrderInCheck } from '../context.ts';
import type { Observation, Rule } from '../rule.ts';
import { tooLong } from '../too-long.ts';

/** What an order can't keep whole: a text longer than a letter can print, more rows than an order has (core/wire/batch.ts). */
export const fittingLength: Rule = {
  name: 'fitting-length',
  codes: tooLong,
  scope: 'order',
  needs: [],
  check: ({ orders }) => orders.flatMap((order) => [...ofOrder(order), ...order.lines.flatMap(ofLine)]),
};

/** What an order says once is named at its first row. */
function ofOrder(order: OrderInCheck): readonly Observation[] {
  const { key, customer, ...head } = order.parsed;
  const { length } = order.lines;
  const line = firstLine(order);
  const seen: Observation[] = length > mostRows ? [tooMany(line, length)] : [];
  measure(seen, line, 'orderKey', key ?? undefined);
  measure(seen, line, 'customerCode', customer.code);
  measure(seen, line, 'customerName', customer.name);
  for (const field of textsOfOrder) measure(seen, line, field, head[field]);
  return seen;
}

type TextField = keyof typeof longestOf;

const tooMany = (line: LineInCheck, rows: number): Observation => ({
  code: 'order.too-many-rows',
  at: { line, field: ['orderKey', 'customerCode', 'customerName'] },
  data: { rows: String(rows), most: String(mostRows) },
});

const isText = <Of extends Field<'orders'>>(field: Of): field is Of & TextField => field in longestOf;
const textsOfOrder = fieldsOfOrder.filter(isText);
const textsOfLine = fieldsOfLine.filter(isText);

/** A row has words of its own, and says whose it is and where it goes where that is another than its order's. */
function ofLine(line: LineInCheck): readonly Observation[] {
  const { parsed } = line;
  const seen: Observation[] = [];
  for (const field of textsOfLine) measure(seen, line, field, parsed[field]);
  measure(seen, line, 'customerName', parsed.otherCustomer);
  measure(seen, line, 'currency', parsed.otherCurrency);
  measure(seen, line, 'address', parsed.address);
  return seen;
}

function measure(seen: Observation[], line: LineInCheck, field: TextField, text: string | undefined): void {
  if (text === undefined || text.length <= longestOf[field]) return;
  const data = { field, letters: String(text.length), most: String(longestOf[field]) };
  seen.push({ code: 'field.too-long', at: { line, field }, data });
}
