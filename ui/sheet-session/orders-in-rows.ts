import type { OrderInSheet } from './orders-in-sheet.ts';
import type { Checked, SessionState } from './state.ts';

/** Rows the user selected on one sheet: zero-based, `to` included. */
export interface RowsOfSheet {
  readonly sheet: string;
  readonly spans: readonly { readonly from: number; readonly to: number }[];
}

/** The orders with a line in these rows. Rows that a filter hides inside a selection were not meant. */
export function ordersInRows(state: Checked, rows: RowsOfSheet): readonly OrderInSheet[] {
  const { batch, rows: known } = state.found;
  return state.orders.filter(({ order }) =>
    order.lines.some(
      ({ table, row }) =>
        batch.tables[table]?.sheet === rows.sheet && holdsRow(rows, row) && !known[table]?.hidden.has(row),
    ),
  );
}

/** The order numbers that stand beside these rows, each once; known before anything is checked. */
export function numbersInRows(state: SessionState, rows: RowsOfSheet): readonly string[] {
  if (state.step === 'empty') return [];
  const { batch, rows: known } = state.found;
  const beside = known.flatMap(({ numbers, hidden }, table) =>
    batch.tables[table]?.sheet === rows.sheet
      ? [...numbers].filter(([row]) => holdsRow(rows, row) && !hidden.has(row)).map(([, number]) => number)
      : [],
  );
  return [...new Set(beside)];
}

export const holdsRow = ({ spans }: RowsOfSheet, row: number): boolean =>
  spans.some(({ from, to }) => from <= row && row <= to);
