import type { FoundTable } from '../../core/sheet/table.ts';
import type { RowStatus } from './port.ts';
import type { OrderFate } from './post-in-batches.ts';
import type { Checked } from './state.ts';

/** What goes back into the sheet: for every row of an answered order its number and status, table by table. */
export function rowStatusesOf(
  { found, orders, fates }: Pick<Checked, 'found' | 'orders' | 'fates'>,
  text: (fate: OrderFate) => string,
): readonly { readonly table: FoundTable; readonly rows: readonly RowStatus[] }[] {
  const rowsOfTable = new Map<number, RowStatus[]>();
  for (const { order, fingerprint } of orders) {
    const fate = fates.get(fingerprint);
    if (!fate) continue;
    const number = 'number' in fate ? (fate.number ?? null) : null;
    for (const { table, row } of order.lines) {
      const rows = rowsOfTable.get(table) ?? [];
      rows.push({ row, number, text: text(fate) });
      rowsOfTable.set(table, rows);
    }
  }
  return [...rowsOfTable].map(([table, rows]) => ({ table: foundTable(found, table), rows }));
}

function foundTable(found: Checked['found'], index: number): FoundTable {
  const wanted = found.batch.tables[index];
  const table = found.tables.find(
    ({ role, file, sheet, headerRow }) =>
      role === 'orders' && file === wanted?.file && sheet === wanted?.sheet && headerRow === wanted?.headerRow,
  );
  if (!table) throw new Error(`the batch names an orders table (${index}) that was not found in the sheet`);
  return table;
}
