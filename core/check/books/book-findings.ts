import type { Field, TableRole } from '../../sheet/fields.ts';
import type { ParsedSheets, ParsedTable } from '../../sheet/table.ts';
import type { Finding } from '../finding.ts';
import { findingAt, rowsOf } from './book-cell.ts';
import { currentTables } from './current-tables.ts';
import { priceFindings } from './price-findings.ts';
import { stockFindings } from './stock-findings.ts';

/**
 * What is wrong in the books that stand in the workbook (R47): rows are judged by them, so an error there makes many. Each
 * names the book's own cell; by sheet, row, column and code.
 * @param currency of prices that name none
 */
export function bookFindings(all: ParsedSheets, currency: string): readonly Finding[] {
  const sheets = { ...all, prices: currentTables(all.prices), stock: currentTables(all.stock) };
  const found = [
    ...unreadable(sheets, sheets.prices),
    ...unreadable(sheets, sheets.stock),
    ...unreadable(sheets, sheets.customers),
    ...priceFindings(sheets, currency),
    ...stockFindings(sheets),
  ];
  const places = new Map(sheets.tables.map((table, at) => [placeOf(table), at]));
  const rank = (finding: Finding): number => places.get(placeOf(finding)) ?? 0;
  return found.sort((a, b) => rank(a) - rank(b) || a.row - b.row || a.column - b.column || (a.code < b.code ? -1 : 1));
}

const placeOf = ({ file, sheet }: Pick<Finding, 'file' | 'sheet'>): string => JSON.stringify([file ?? null, sheet]);

/** Cells of a book that can't be read; what an order table reads in the same column its own rule reports. */
function unreadable<Role extends TableRole>(
  { orders }: ParsedSheets,
  tables: readonly ParsedTable<Role>[],
): readonly Finding[] {
  const ordered = new Set(
    orders.flatMap(({ table }) =>
      table.columns.flatMap(({ column, field }) => (field === null ? [] : [`${placeOf(table)} ${column}`])),
    ),
  );
  return rowsOf(tables).flatMap((row) =>
    row.row.unreadable
      .filter(({ column }) => !ordered.has(`${placeOf(row.parsed.table)} ${column}`))
      .map(({ field, raw }) =>
        findingAt(row, field as Field<Role>, {
          code: 'book.unreadable',
          actual: { kind: 'text', value: raw },
          data: { field },
        }),
      ),
  );
}
