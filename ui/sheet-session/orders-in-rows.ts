import type { OrderInSheet } from './orders-in-sheet.ts';
import type { AppendedRows } from './port.ts';
import { hasCopiedNumber, numberSaid } from './standing-of-orders.ts';
import { type Checked, isChecked, type SessionState } from './state.ts';

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

/**
 * The order numbers of these rows, each once: those that stand beside them, known before anything is checked, and those they were
 * just posted under. One that was copied with a row is left out as soon as the server said whose it is.
 */
export function numbersInRows(state: SessionState, rows: RowsOfSheet): readonly string[] {
  if (state.step === 'empty') return [];
  const { batch, rows: known } = state.found;
  const copied = new Set(copiedIn(state).map(({ table, row }) => `${table}/${row}`));
  const beside = known.flatMap(({ numbers, hidden }, table) =>
    batch.tables[table]?.sheet === rows.sheet
      ? [...numbers]
          .filter(([row]) => holdsRow(rows, row) && !hidden.has(row) && !copied.has(`${table}/${row}`))
          .map(([, number]) => number)
      : [],
  );
  return [...new Set([...beside, ...answeredIn(state, rows)])];
}

/** What the server said, before it stands beside the rows. */
const answeredIn = (state: SessionState, rows: RowsOfSheet): readonly string[] =>
  isChecked(state) ? ordersInRows(state, rows).flatMap((order) => numberSaid(state, order) ?? []) : [];

/** Whether the server holds an order of these rows: it numbered it, now or earlier. */
export const areNumbered = (state: Checked, { file, sheet, top, contents }: AppendedRows): boolean => {
  const { tables } = state.found.batch;
  const isAmong = (row: number) => top <= row && row < top + contents.length;
  return state.orders.some(
    (each) =>
      (each.number ?? numberSaid(state, each)) !== null &&
      each.order.lines.some(
        ({ table, row }) => isAmong(row) && tables[table]?.sheet === sheet && tables[table]?.file === file,
      ),
  );
};

/** The lines of orders beside which the number of others stands. */
const copiedIn = (state: SessionState) =>
  isChecked(state)
    ? state.orders.filter((order) => hasCopiedNumber(state, order)).flatMap(({ order }) => order.lines)
    : [];

export const holdsRow = ({ spans }: RowsOfSheet, row: number): boolean =>
  spans.some(({ from, to }) => from <= row && row <= to);
