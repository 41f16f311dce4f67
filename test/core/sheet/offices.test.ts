import { describe, expect, it } from 'vitest';
import type { TableRole } from '../../../core/sheet/fields.ts';
import { cellName, columnName } from '../../../core/sheet/grid.ts';
import type { FoundTable, ParsedTable } from '../../../core/sheet/table.ts';
import { understandSheets } from '../../../core/sheet/understand.ts';
import type { ExpectedTable, Office } from '../../fixtures/offices/office.ts';
import { offices } from '../../fixtures/offices/offices.ts';

describe('sheets of real offices are understood', () => {
  for (const office of offices) {
    const title = `${office.name}, ${office.locale}`;
    it(title, () => compare(office));
  }
});

const compare = ({ grids, expected }: Office): void =>
  expect(understoodOf(grids)).toEqual(
    expected.map(({ guessed = [], skipped = {}, hidden = [], openDates = [], unreadable = {}, ...table }) => ({
      ...table,
      guessed,
      skipped,
      hidden,
      openDates,
      unreadable,
    })),
  );

/** What is understood of sheets, in the words of an expectation. */
function understoodOf(grids: Office['grids']): Required<Omit<ExpectedTable, 'file'>>[] {
  const sheets = understandSheets(grids);
  const parsed: readonly ParsedTable<TableRole>[] = [
    ...sheets.orders,
    ...sheets.prices,
    ...sheets.stock,
    ...sheets.customers,
  ] as never;
  return sheets.tables.map((table) => {
    const { rows = [], skipped = [] } = parsed.find((one) => (one.table as FoundTable) === table) ?? {};
    return {
      ...(table.file !== undefined && { file: table.file }),
      sheet: table.sheet,
      role: table.role,
      headerRow: table.headerRow + 1,
      columns: Object.fromEntries(
        table.columns.flatMap(({ field, column }) => (field === null ? [] : [[field, columnName(column)]])),
      ),
      guessed: table.columns.flatMap(({ field, reason }) => (field !== null && reason === 'content' ? [field] : [])),
      rows: Object.fromEntries(rows.map(({ row, values }) => [row + 1, values])),
      skipped: Object.fromEntries(skipped.map(({ row, because }) => [row + 1, because])),
      hidden: rows.flatMap(({ row, hidden }) => (hidden ? [row + 1] : [])),
      openDates: rows.flatMap(({ row, said }) => (said?.openDate ? [row + 1] : [])),
      unreadable: Object.fromEntries(
        rows.flatMap(({ row, unreadable }) =>
          unreadable.map(({ column, problem }) => [cellName(row, column), problem]),
        ),
      ),
    } as Required<Omit<ExpectedTable, 'file'>>;
  });
}
