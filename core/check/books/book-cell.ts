import type { Field, TableRole } from '../../sheet/fields.ts';
import { cellName, cellNameFrom } from '../../sheet/grid.ts';
import { fieldColumns } from '../../sheet/map-columns.ts';
import type { ParsedRow, ParsedTable } from '../../sheet/table.ts';
import { type CheckCode, checkCodes } from '../codes.ts';
import type { Finding } from '../finding.ts';

/** A row of a book, with the table it stands in. */
export interface BookRow<Role extends TableRole> {
  readonly parsed: ParsedTable<Role>;
  readonly row: ParsedRow<Role>;
}

export const rowsOf = <Role extends TableRole>(tables: readonly ParsedTable<Role>[]): readonly BookRow<Role>[] =>
  tables.flatMap((parsed) => parsed.rows.map((row) => ({ parsed, row })));

/** All that can be wrong within a book. */
export const bookCodes = [
  'book.unreadable',
  'book.barcode-shared',
  'book.price-differs',
  'book.stock-differs',
  'book.stock-negative',
  'book.member-above-retail',
] as const satisfies readonly CheckCode[];

type What = Pick<Finding, 'expected' | 'actual' | 'data'> & { readonly code: (typeof bookCodes)[number] };

/** A finding at the cell of a field; a field without a column is found at the row's first cell. */
export function findingAt<Role extends TableRole>(
  { parsed: { table }, row: { row } }: BookRow<Role>,
  field: Field<Role>,
  { code, ...what }: What,
): Finding {
  const columns: { readonly [F in Field<Role>]?: number } = fieldColumns(table.columns);
  const column = columns[field] ?? table.area.left;
  return {
    code,
    severity: checkCodes[code].severity,
    ...(table.file !== undefined && { file: table.file }),
    sheet: table.sheet,
    cell: cellName(row, column),
    row,
    column,
    order: null,
    ...what,
  };
}

/** Where a row's field stands, as a person looks for it from another row. */
export function whereOf<Role extends TableRole>(
  { parsed: { table }, row: { row } }: BookRow<Role>,
  field: Field<Role>,
  from: BookRow<Role>,
): string {
  const columns: { readonly [F in Field<Role>]?: number } = fieldColumns(table.columns);
  return cellNameFrom(from.parsed.table, { ...table, row, column: columns[field] ?? table.area.left });
}
