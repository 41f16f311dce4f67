import type { Area } from '../../../core/sheet/grid.ts';
import type { FoundTable } from '../../../core/sheet/table.ts';
import { isStatusField, type StatusField, statusColumnsOf, statusFields } from '../../../ui/sheet-session/port.ts';
import type { ListsThere } from './order-list.ts';

/** By sheet column. */
export type StatusColumns = Readonly<Record<StatusField, number>>;

/** Those the table has, and those this add-in added after it was found: another posting must not add a second set. */
export async function knownColumns(
  sheet: Excel.Worksheet,
  used: Excel.Range,
  table: FoundTable,
  before?: number,
): Promise<Partial<StatusColumns>> {
  const { area, headerRow } = table;
  const own = statusColumnsOf(table);
  const count = Math.min(used.columnIndex + used.columnCount, before ?? Number.POSITIVE_INFINITY) - (area.right + 1);
  if (count <= 0) return own;
  const headings = sheet.getRangeByIndexes(headerRow, area.right + 1, 1, count).load('values');
  await (sheet.context as Excel.RequestContext).sync();
  const { matchHeading } = await import('../../../core/sheet/headings.ts');
  const beside: Partial<Record<StatusField, number>> = {};
  for (const [offset, heading] of (headings.values[0] ?? []).entries()) {
    const field = matchHeading('orders', String(heading))?.field ?? null;
    if (isStatusField(field)) beside[field] ??= area.right + 1 + offset;
  }
  return { ...beside, ...own };
}

/**
 * Right beside the orders where that is free, so that they stay one list; else right of everything on the sheet. Null = other
 * orders begin before that, and would seem to be the ones that are meant.
 */
export async function withNewColumns(
  sheet: Excel.Worksheet,
  used: Excel.Range,
  {
    table,
    lists,
    known,
    before,
  }: {
    readonly table: FoundTable;
    readonly lists: ListsThere;
    readonly known: Partial<StatusColumns>;
    readonly before: number | undefined;
  },
): Promise<StatusColumns | null> {
  const wanted = statusFields.filter((field) => known[field] === undefined);
  if (wanted.length === 0) return known as StatusColumns;
  const beside = besideOf(table, lists, wanted.length);
  const cells = sheet.getRangeByIndexes(beside.top, beside.left, beside.bottom - beside.top + 1, wanted.length);
  const taken = cells.getUsedRangeOrNullObject(true).load('address');
  await (sheet.context as Excel.RequestContext).sync();
  const isFree = taken.isNullObject && !lists.tables.some((other) => overlap(other, beside));
  // Without an empty column between them they would be read as one table.
  if (before !== undefined && (!isFree || beside.right + 1 >= before)) return null;
  const first = isFree ? beside.left : used.columnIndex + used.columnCount;
  return Object.fromEntries(
    statusFields.map((field) => [field, known[field] ?? first + wanted.indexOf(field)]),
  ) as StatusColumns;
}

/** The cells right of the orders, of an Excel table all of its rows. */
function besideOf({ area }: FoundTable, { orders }: ListsThere, count: number): Area {
  const whole = orders?.kind === 'table' ? orders.area : area;
  const left = Math.max(area.right, whole.right) + 1;
  return {
    top: Math.min(area.top, whole.top),
    bottom: Math.max(area.bottom, whole.bottom),
    left,
    right: left + count - 1,
  };
}

const overlap = (a: Area, b: Area): boolean =>
  a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;

/** Those that stand right behind the orders' list belong to it: sorted or filtered alone, it would leave them behind. */
export function takeIn({ orders }: ListsThere, columns: StatusColumns): void {
  if (orders === null) return;
  const own = new Set(Object.values(columns));
  let count = 0;
  while (own.has(orders.area.right + 1 + count)) count += 1;
  if (count > 0) orders.widen(count);
}
