import type { Grid } from '../../../core/sheet/grid.ts';
import { isNameOfView, mostNamesOfViews } from '../../../core/sheet/kept-names.ts';

/** Asks where the heading cells of tables stand that only show what the server holds. */
export const namedHeadings = (names: Excel.NamedItemCollection): readonly Excel.Range[] =>
  names.items
    .filter(({ name }) => isNameOfView(name))
    .slice(0, mostNamesOfViews)
    .map((item) => item.getRangeOrNullObject().load('rowIndex,columnIndex,worksheet/name'));

/** Those on this sheet; a name whose cell was deleted stands for nothing. */
export const placesOn = (
  { name }: Excel.Worksheet,
  headings: readonly Excel.Range[],
): NonNullable<Grid['viewHeadings']> =>
  headings.flatMap((cell) =>
    cell.isNullObject || cell.worksheet.name !== name ? [] : [{ row: cell.rowIndex, column: cell.columnIndex }],
  );
