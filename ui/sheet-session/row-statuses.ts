import type { FoundTable } from '../../core/sheet/table.ts';
import type { FoundSheets } from './examiner.ts';
import type { OrderInSheet } from './orders-in-sheet.ts';
import type { RowStatus } from './port.ts';
import type { OrderFate } from './post-in-batches.ts';
import type { Checked } from './state.ts';

/** What stands beside every row of an order. */
export type OrderStatusText = Omit<RowStatus, 'row'>;
/** The same without the number, which nobody has to word. */
export type StatusWords = Omit<OrderStatusText, 'number'>;
interface TableStatuses {
  /** Its index in the batch. */
  readonly index: number;
  readonly table: FoundTable;
  readonly rows: readonly RowStatus[];
  /** The rows of each order. */
  readonly orders: readonly (readonly number[])[];
}

/** The rows to be written, table by table; orders that `statusOf` says nothing about keep what stands there. */
export function rowStatusesOf(
  { found, orders }: Pick<Checked, 'found' | 'orders'>,
  statusOf: (order: OrderInSheet) => OrderStatusText | null,
): readonly TableStatuses[] {
  const rowsOfTable = new Map<number, { readonly rows: RowStatus[]; readonly orders: number[][] }>();
  for (const inSheet of orders) {
    const status = statusOf(inSheet);
    if (!status) continue;
    for (const [table, lines] of Map.groupBy(inSheet.order.lines, (line) => line.table)) {
      const { rows, orders } = rowsOfTable.get(table) ?? { rows: [], orders: [] };
      for (const { row } of lines) rows.push({ row, ...status });
      orders.push(lines.map(({ row }) => row));
      rowsOfTable.set(table, { rows, orders });
    }
  }
  return [...rowsOfTable].map(([index, own]) => ({ index, table: foundTable(found, index), ...own }));
}

/** Where another table begins, right of this one and in some of its rows; undefined = nowhere. */
export function columnOfOthers({ tables, unknown }: FoundSheets, table: FoundTable): number | undefined {
  const columns = [...tables, ...unknown]
    .filter(({ file, sheet }) => sheet === table.sheet && file === table.file)
    .filter(
      ({ area }) => area.left > table.area.right && area.top <= table.area.bottom && table.area.top <= area.bottom,
    )
    .map(({ area }) => area.left);
  return columns.length > 0 ? Math.min(...columns) : undefined;
}

/** What the server answered for an order, as it goes into the sheet. */
export const rowStatusText = (fate: OrderFate, words: (fate: OrderFate) => StatusWords): OrderStatusText => ({
  number: numberOf(fate),
  ...words(fate),
  // A new order is promised for no day yet; copied rows may have brought another's along.
  ...(fate.outcome === 'posted' && { promised: '' }),
});

export const numberOf = (fate: OrderFate): string | null => ('number' in fate ? (fate.number ?? null) : null);

/** The found table behind one of the batch's. */
export function foundTable(found: FoundSheets, index: number): FoundTable {
  const wanted = found.batch.tables[index];
  const table = found.tables.find(
    ({ role, file, sheet, headerRow }) =>
      role === 'orders' && file === wanted?.file && sheet === wanted?.sheet && headerRow === wanted?.headerRow,
  );
  if (!table) throw new Error(`the batch names an orders table (${index}) that was not found in the sheet`);
  return table;
}
