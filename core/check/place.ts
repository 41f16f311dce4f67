import { type Field, itemFields } from '../sheet/fields.ts';
import { cellName, cellNameFrom } from '../sheet/grid.ts';
import type { HeadCell, OrderTable, ParsedBatch } from '../sheet/parsed-order.ts';
import { firstLine, type LineInCheck, type OrderInCheck } from './context.ts';
import type { Finding } from './finding.ts';

/** What an observation is about: a cell of a row, or a whole table. */
export type Place =
  /** The first of the fields that has a column. */
  | { readonly line: LineInCheck; readonly field: Field<'orders'> | readonly Field<'orders'>[] }
  | { readonly line: LineInCheck; readonly column: number }
  /** Index into the batch's tables; the heading of the field's column, where one is named, or a row that is no order's (a total). */
  | { readonly table: number; readonly field?: Field<'orders'>; readonly row?: number };

/** Where that is in the workbook. */
export interface Cell {
  readonly table: OrderTable;
  readonly row: number;
  readonly column: number;
  readonly name: string;
  /** False when the field has no column: the cell then only shows the row. */
  readonly isField: boolean;
}

export const tableOf = (at: Place): number => ('line' in at ? at.line.parsed.table : at.table);

export function cellOf(at: Place, tables: ParsedBatch['tables']): Cell {
  const table = tables[tableOf(at)];
  if (!table) throw new Error(`no table ${tableOf(at)} among ${tables.length}`);
  const head = headOf(at, table);
  const mapped = columnOf(at, table);
  const column = head?.column ?? mapped ?? firstColumn(table);
  const row = head?.row ?? rowOf(at, table);
  const isField = head ? head.inLabel !== true : mapped !== undefined;
  return { table, row, column, name: cellName(row, column), isField };
}

/** Where that is, as a person looks for it from another place. */
export function nameFrom(here: Place, there: Place, tables: ParsedBatch['tables']): string {
  const { table, row, column } = cellOf(there, tables);
  return cellNameFrom(cellOf(here, tables).table, { ...table, row, column });
}

function rowOf(at: Place, { headerRow }: OrderTable): number {
  return 'line' in at ? at.line.parsed.row : (at.row ?? headerRow);
}

/** The labelled cell above the rows (客户：…) that says what a row's own columns don't. */
function headOf(at: Place, { columns, heads }: OrderTable): HeadCell | undefined {
  if (!heads || !('line' in at)) return undefined;
  const { row, unreadable } = at.line.parsed;
  if ('column' in at)
    return heads.find(
      (head) =>
        head.column === at.column && unreadable?.some((cell) => cell.column === at.column && cell.row === head.row),
    );
  const fields = fieldsOf(at);
  if (fields.some((field) => columns[field] !== undefined)) return undefined;
  return fields
    .map((field) => heads.find((head) => head.field === field && row >= head.from && row <= head.to))
    .find((head) => head !== undefined);
}

function columnOf(at: Place, table: OrderTable): number | undefined {
  if (!('line' in at)) return at.field && table.columns[at.field];
  if ('column' in at) return at.column;
  return fieldsOf(at)
    .map((field) => table.columns[field])
    .find((column) => column !== undefined);
}

const fieldsOf = ({ field }: { readonly field: Field<'orders'> | readonly Field<'orders'>[] }) =>
  typeof field === 'string' ? [field] : field;

/** Where the table begins. */
function firstColumn({ columns }: OrderTable): number {
  const known = Object.values(columns);
  return known.length > 0 ? Math.min(...known) : 0;
}

/** Where a row names its item, or should. */
export function itemNamedAt({ parsed }: LineInCheck): readonly Field<'orders'>[] {
  const used = itemFields.find((field) => parsed[field] !== undefined);
  return used ? [used, ...itemFields] : itemFields;
}

/** Where an order names itself, or should: its first row. */
export function orderPlace(order: OrderInCheck): Place {
  const line = firstLine(order);
  return { line, field: ['orderKey', 'poNumber', ...customerFields(line)] };
}

/** Where an order names its customer, or should: its first row. */
export function customerPlace(order: OrderInCheck): Place {
  const line = firstLine(order);
  return { line, field: customerFields(line) };
}

/** Where a row names its customer, or should. */
export const customerFields = ({ order: { parsed } }: LineInCheck): readonly Field<'orders'>[] =>
  parsed.customer.code || !parsed.customer.name ? ['customerCode', 'customerName'] : ['customerName', 'customerCode'];

/** Tells a row from all others, of several sheets and files. */
export const rowName = ({ file, sheet, row }: Pick<Finding, 'sheet' | 'row'> & { readonly file?: string }): string =>
  JSON.stringify([file, sheet, row]);
