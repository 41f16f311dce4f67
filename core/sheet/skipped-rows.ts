import { isOrderForm } from './orders.ts';
import { placeRows } from './place-rows.ts';
import type { SkippedRow } from './row-kind.ts';
import type { ParsedSheets, ParsedTable } from './table.ts';

/** A row of an order table that orders nothing, as somebody who looks for it is told: nothing is left out unsaid. */
export interface PassedOverRow {
  readonly file?: string;
  readonly sheet: string;
  /** Zero-based sheet row. */
  readonly row: number;
  /** no-goods: it names no item, quantity, price or amount; no-quantity: of a list to fill in, where nothing was. */
  readonly because: SkippedRow['because'] | 'no-goods' | 'no-quantity';
}

/** Rows of the order tables that order nothing and say nothing of the rows below: totals, signatures, an order number alone. */
export const skippedRows = (sheets: ParsedSheets): readonly PassedOverRow[] =>
  sheets.orders.flatMap((parsed) => {
    const { file, sheet } = parsed.table;
    const rows = [...parsed.skipped, ...idleRows(parsed, isOrderForm(parsed, sheets))].sort((a, b) => a.row - b.row);
    return rows.map(({ row, because }) => ({ ...(file !== undefined && { file }), sheet, row, because }));
  });

const idleRows = (parsed: ParsedTable<'orders'>, form: boolean): readonly Pick<PassedOverRow, 'row' | 'because'>[] =>
  placeRows(parsed, 0, form).idle.map(({ row }) => ({ row, because: form ? 'no-quantity' : 'no-goods' }));
