import type { Disagreement } from '../../kept-companies.ts';
import { build } from '../connection/queries.ts';
import { keyText, wholeText } from '../key-text.ts';
import type { KeptRecord } from '../load/kept-record.ts';
import { RecordsFound } from '../load/records-found.ts';
import type { Moment } from '../snapshot/moment.ts';
import type { Tables } from '../tables.ts';
import { type OrderProjection, projectionOf } from '../transact/touched-orders.ts';
import { differences, type Fact, type Facts } from './facts.ts';

/**
 * What orders are found by, and what they take from the stock book; it follows from them and the shipments that point at them.
 * @param shipments all there are
 */
export async function orderDifferences(
  moment: Moment,
  pages: AsyncIterable<readonly { readonly record: KeptRecord | null }[]>,
  shipments: readonly KeptRecord[],
): Promise<readonly Disagreement[]> {
  const byOrder = new Map<string, KeptRecord[]>();
  for (const shipment of shipments)
    for (const order of shipment.orders) byOrder.set(order, [...(byOrder.get(order) ?? []), shipment]);
  const found: Disagreement[] = [];
  for await (const page of pages) {
    const orders = page.flatMap(({ record }) => record ?? []);
    const numbers = orders.map(({ number }) => number as string);
    if (numbers.length === 0) continue;
    const around = orders.flatMap((order) => [order, ...(byOrder.get(order.number) ?? [])]);
    const records = new RecordsFound(around, { whole: new Set(numbers), countedAt: null });
    const follows = numbers.flatMap((number) => projectionOf(number, records) ?? []);
    found.push(...differences(await keptFacts(moment, numbers.map(keyText)), factsThatFollow(follows)));
  }
  return found;
}

const orderFact = ({ number, age, order_key, status, month, search, over }: Tables['orders']) =>
  [`orders ${number}`, { age, order_key, status, month, search, over }] as const;
const monthFact = (order: string, month: string) => [`order_months ${order} ${month}`, 'yes'] as const;
const demandFact = ({ order_number, item_code, item, held, left_at }: Tables['demand']) =>
  [`demand ${order_number} ${item_code}`, { item, held, left_at }] as const;

async function keptFacts(moment: Moment, numbers: readonly string[]): Promise<Facts> {
  const orders = await moment.all(build.selectFrom('orders').selectAll().where('number', 'in', numbers));
  const months = await moment.all(build.selectFrom('order_months').selectAll().where('order_number', 'in', numbers));
  const demand = await moment.all(build.selectFrom('demand').selectAll().where('order_number', 'in', numbers));
  return new Map<string, Fact>([
    ...orders.map(orderFact),
    ...months.map(({ order_number, month }) => monthFact(order_number, month)),
    ...demand.map(demandFact),
  ]);
}

const factsThatFollow = (projections: readonly OrderProjection[]): Facts =>
  new Map(
    projections.flatMap(({ row, months, demand }): (readonly [string, Fact])[] => [
      orderFact(row),
      ...[...months].map((month) => monthFact(row.number, month)),
      ...Array.from(demand, ([item, { held, leftAt }]) =>
        demandFact({
          order_number: row.number,
          item_code: keyText(item),
          item: wholeText(item),
          held,
          left_at: leftAt,
        }),
      ),
    ]),
  );
