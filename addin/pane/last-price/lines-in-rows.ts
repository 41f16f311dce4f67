import type { ParsedLine, ParsedOrder } from '../../../core/sheet/parsed-order.ts';
import { holdsRow, type RowsOfSheet } from '../../../ui/sheet-session/orders-in-rows.ts';
import type { SessionState } from '../../../ui/sheet-session/state.ts';

export interface LineOfOrder {
  readonly order: ParsedOrder;
  readonly line: ParsedLine;
}

/** The order rows among these, as the sheet has them; known before anything is checked. */
export function linesInRows(state: SessionState, rows: RowsOfSheet): readonly LineOfOrder[] {
  if (state.step === 'empty') return [];
  const { batch, rows: known } = state.found;
  return batch.orders
    .flatMap((order) => order.lines.map((line) => ({ order, line })))
    .filter(
      ({ line: { table, row } }) =>
        batch.tables[table]?.sheet === rows.sheet && holdsRow(rows, row) && !known[table]?.hidden.has(row),
    )
    .toSorted((a, b) => a.line.table - b.line.table || a.line.row - b.line.row);
}
