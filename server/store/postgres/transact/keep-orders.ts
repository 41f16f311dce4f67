import { insert } from '../connection/insert.ts';
import { build } from '../connection/queries.ts';
import type { Session } from '../connection/session.ts';
import { keyText, wholeText } from '../key-text.ts';
import type { DemandRow, OrderProjection, TouchedOrder } from './touched-orders.ts';

/** Brings what orders are found by up to date; only rows that changed are written. */
export async function keepOrders(session: Session, touched: readonly TouchedOrder[]): Promise<void> {
  await keepRows(session, touched);
  for (const { number, before, after } of touched) {
    if (after === null) continue;
    await keepMonths(session, keyText(number), before, after);
    await keepDemand(session, keyText(number), before, after);
  }
}

function keepRows(session: Session, touched: readonly TouchedOrder[]): Promise<void> {
  const changed = touched.flatMap(({ before, after }) =>
    after === null || JSON.stringify(before?.row) === JSON.stringify(after.row) ? [] : [after.row],
  );
  return insert(session, changed, (rows) =>
    build
      .insertInto('orders')
      .values(rows)
      .onConflict((known) =>
        known.column('number').doUpdateSet(({ ref }) => ({
          order_key: ref('excluded.order_key'),
          status: ref('excluded.status'),
          month: ref('excluded.month'),
          search: ref('excluded.search'),
          over: ref('excluded.over'),
        })),
      ),
  );
}

async function keepMonths(
  session: Session,
  order: string,
  before: OrderProjection | null,
  { months }: OrderProjection,
): Promise<void> {
  const known = before?.months ?? new Set<string>();
  const gone = [...known].filter((month) => !months.has(month));
  if (gone.length > 0)
    await session.all(build.deleteFrom('order_months').where('order_number', '=', order).where('month', 'in', gone));
  const rows = [...months].filter((month) => !known.has(month)).map((month) => ({ month, order_number: order }));
  await insert(session, rows, (some) => build.insertInto('order_months').values(some));
}

async function keepDemand(
  session: Session,
  order: string,
  before: OrderProjection | null,
  { demand }: OrderProjection,
): Promise<void> {
  const known = before?.demand ?? new Map<string, DemandRow>();
  const gone = [...known.keys()].filter((item) => !demand.has(item)).map(keyText);
  if (gone.length > 0)
    await session.all(build.deleteFrom('demand').where('order_number', '=', order).where('item_code', 'in', gone));
  const rows = [...demand]
    .filter(([item, row]) => !isSame(known.get(item), row))
    .map(([item, { held, leftAt }]) => ({
      item_code: keyText(item),
      item: wholeText(item),
      order_number: order,
      held,
      left_at: leftAt,
    }));
  await insert(session, rows, (some) =>
    build
      .insertInto('demand')
      .values(some)
      .onConflict((row) =>
        row
          .columns(['item_code', 'order_number'])
          .doUpdateSet(({ ref }) => ({ held: ref('excluded.held'), left_at: ref('excluded.left_at') })),
      ),
  );
}

const isSame = (a: DemandRow | undefined, b: DemandRow): boolean => a?.held === b.held && a.leftAt === b.leftAt;
