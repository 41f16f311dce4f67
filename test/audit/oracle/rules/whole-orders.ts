import { against, plus, whole, written } from '../exact.ts';
import { cellOf, type OrderRow, sure } from '../order-row.ts';
import { same } from '../reading.ts';
import { fine, type Step, wrong } from '../said.ts';
import type { World } from '../world.ts';

/** The same lines for the same customer under two order numbers: said at the later order's first row. */
export function repeatedOrders(world: World): ReadonlyMap<OrderRow, Step[]> {
  const firsts = new Map<string, OrderRow>();
  const steps = new Map<OrderRow, Step[]>();
  for (const rows of world.ofOrder.values()) {
    const [row] = rows;
    if (!row) continue;
    const content = contentOf(rows, world);
    const cell = cellOf(row, 'order');
    const first = content === null ? undefined : firsts.get(content);
    if (content !== null && !first) firsts.set(content, row);
    steps.set(row, [
      first
        ? wrong(
            { code: 'order.repeated', at: cell.address, actual: row.text.order, facts: { order: first.text.order } },
            `order ${first.text.order} has the very same lines for the same customer`,
            cell,
            cellOf(first, 'order'),
          )
        : fine('no earlier order of the customer has the same lines', cell),
    ]);
  }
  return steps;
}

function contentOf(rows: readonly OrderRow[], world: World): string | null {
  const customer = same(rows[0]?.text.customer ?? '');
  const known = world.customers === null || world.customers.has(customer);
  const lines = rows.map((row) => lineOf(row, world));
  if (!customer || !known || lines.includes(null)) return null;
  return JSON.stringify([customer, lines.sort()]);
}

function lineOf(row: OrderRow, world: World): string | null {
  const item = world.meant(row);
  if (item.kind === 'unnamed' || !sure(row.quantity) || !sure(row.price)) return null;
  const [listed] = item.kind === 'one' ? item.rows : [];
  const named = listed ? [listed.code, listed.size || listed.barcode] : [row.text.code || row.text.barcode];
  return JSON.stringify([named.map(same), written(row.quantity), written(row.price), sure(row.due) ? row.due : '']);
}

/** R10: the row of totals adds up the amounts above it as they stand. */
export function totalAddsUp({ rows, totalRow }: World): Step[] {
  if (!totalRow || !sure(totalRow.amount)) return [];
  const cell = cellOf(totalRow, 'amount');
  const right = rows.map(({ amount }) => (sure(amount) ? amount : whole(0))).reduce(plus, whole(0));
  const words = `the amounts of rows ${rows[0]?.number} to ${rows.at(-1)?.number} add up to ${written(right)}`;
  if (against(right, totalRow.amount) === 0) return [fine(words, cell)];
  return [
    wrong(
      { code: 'total.mismatch', at: cell.address, expected: written(right), actual: written(totalRow.amount) },
      `${words}, not ${written(totalRow.amount)}`,
      cell,
    ),
  ];
}
