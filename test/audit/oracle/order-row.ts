import type { Exact } from './exact.ts';
import type { Layout } from './layout.ts';
import type { RawCell, RawSheet } from './raw-workbook.ts';
import { type Reading, readDate, readNumber } from './reading.ts';

export type Column = keyof Layout['orders']['columns'];

/** A row of the order sheet as a clerk reads it, each value with its cell. */
export interface OrderRow {
  readonly number: number;
  readonly cells: readonly RawCell[];
  readonly cell: { readonly [C in Column]?: RawCell };
  readonly quantity: Reading<Exact>;
  readonly price: Reading<Exact>;
  readonly discount: Reading<Exact>;
  readonly amount: Reading<Exact>;
  readonly ordered: Reading<string>;
  readonly due: Reading<string>;
  readonly shipped: Reading<string>;
  /** What it says, '' where it says nothing. */
  readonly text: { readonly [C in Column]: string };
}

/** The rows that order something, in sheet order; the row of totals apart. */
export function orderRows(sheet: RawSheet, { columns, headerRow, total }: Layout['orders']) {
  const rows: OrderRow[] = [];
  let totalRow: OrderRow | null = null;
  for (let number = headerRow + 1; number <= sheet.lastRow; number += 1) {
    const row = orderRow(sheet, number, columns);
    if (row.cells.length === 0) continue;
    if (total !== undefined && row.text.order === total) totalRow = row;
    else rows.push(row);
  }
  return { rows, totalRow };
}

function orderRow(sheet: RawSheet, number: number, columns: Layout['orders']['columns']): OrderRow {
  const cell = Object.fromEntries(
    Object.entries(columns).map(([column, letter]) => [column, sheet.cell(letter, number)]),
  ) as OrderRow['cell'];
  const numberIn = (column: Column) => (cell[column] ? readNumber(cell[column]) : null);
  const dateIn = (column: Column) => (cell[column] ? readDate(cell[column]) : null);
  return {
    number,
    cells: sheet.cellsOf(number),
    cell,
    quantity: numberIn('quantity'),
    price: numberIn('price'),
    discount: numberIn('discount'),
    amount: numberIn('amount'),
    ordered: dateIn('ordered'),
    due: dateIn('due'),
    shipped: dateIn('shipped'),
    text: Object.fromEntries(Object.entries(cell).map(([column, { text }]) => [column, text])) as OrderRow['text'],
  };
}

/** A value that can be worked with: it stands there and can be read. */
export const sure = <Value>(reading: Reading<Value>): reading is Value => reading !== null && reading !== 'unreadable';

/** The cell of a column the sheet has. */
export function cellOf({ cell, number }: OrderRow, column: Column): RawCell {
  const found = cell[column];
  if (!found) throw new Error(`row ${number} has no column for ${column}`);
  return found;
}
