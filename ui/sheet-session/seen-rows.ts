import { type Field, itemFields } from '../../core/sheet/fields.ts';
import type { CellValue } from '../../core/sheet/grid.ts';
import type { FoundTable } from '../../core/sheet/table.ts';
import type { SheetOfFile } from '../../core/sheet/understand.ts';
import type { PlacedFix, SeenRow } from './port.ts';
import { contentAt, sheetOf } from './rows-now.ts';

/** By these an order's row is known again right before something is written beside it. */
const known: ReadonlySet<string> = new Set<Field<'orders'>>([
  'orderKey',
  'poNumber',
  'customerCode',
  'customerName',
  ...itemFields,
  'quantity',
]);

/** The table's headings and these of its rows, as they were read. All headings: what is written goes by its columns. */
export function seenRows(
  sheets: readonly SheetOfFile[],
  table: FoundTable,
  rows: readonly number[],
): readonly SeenRow[] {
  const sheet = sheetOf(sheets, table);
  const valueAt = (row: number, column: number) => contentAt(sheet, row, column).value;
  const { area, headerRow } = table;
  const headings = Array.from({ length: area.right - area.left + 1 }, (_, at) => area.left + at);
  const columns = table.columns.filter(({ field }) => field !== null && known.has(field)).map(({ column }) => column);
  return [[headerRow, headings] as const, ...rows.map((row) => [row, columns] as const)].map(([row, own]) => ({
    row,
    cells: own.map((column) => ({ column, value: valueAt(row, column) })),
  }));
}

/** Those of the rows that hold something else now. */
export const movedRows = (
  seen: readonly SeenRow[],
  valueAt: (row: number, column: number) => CellValue,
): ReadonlySet<number> =>
  new Set(
    seen
      .filter(({ row, cells }) => cells.some(({ column, value }) => valueAt(row, column) !== value))
      .map(({ row }) => row),
  );

/** Together with the other rows of their orders. */
export const withTheirOrders = (
  rows: ReadonlySet<number>,
  orders: readonly (readonly number[])[],
): ReadonlySet<number> => new Set([...rows, ...orders.filter((order) => order.some((row) => rows.has(row))).flat()]);

/** What was seen of the rows of these fixes. */
export const seenOfFixes = (fixes: readonly Pick<PlacedFix, 'row' | 'seenRow'>[]): readonly SeenRow[] =>
  fixes.flatMap(({ row, seenRow }) => (seenRow === undefined ? [] : [{ row, cells: seenRow }]));
