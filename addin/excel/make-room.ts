import { cellName } from '../../core/sheet/grid.ts';
import { withRowsInSums } from '../../core/sheet/rows-below-sums.ts';
import type { RowsPlace } from '../../ui/sheet-session/port.ts';

/** Totals stand right below their table; what stands further down sums something else. */
const ROWS_OF_TOTALS = 200;
export const COLUMNS_OF_SHEET = 16_384;

/** Where rows go: below `last`, in the table's columns. */
export type Seam = Pick<RowsPlace, 'sheet' | 'left' | 'right'> & { readonly last: number };

/**
 * Puts whole rows in below a table's last one, above its totals, whose sums take them in. A list that goes on beside the table
 * would be torn apart: then nothing happens, and the answer is its cell.
 */
export async function makeRoom(sheet: Excel.Worksheet, seam: Seam, count: number): Promise<string | null> {
  const beside = await firstBeside(sheet, seam, { top: seam.last, rows: 2 });
  if (beside !== null) return beside;
  const { last, left, right } = seam;
  sheet
    .getRangeByIndexes(last + 1, left, count, 1)
    .getEntireRow()
    .insert(Excel.InsertShiftDirection.down);
  const totals = sheet
    .getRangeByIndexes(last + 1 + count, left, ROWS_OF_TOTALS, right - left + 1)
    .getUsedRangeOrNullObject(true)
    .load('formulas,rowIndex,columnIndex');
  await sheet.context.sync();
  if (totals.isNullObject) return null;
  totals.formulas.forEach((row, down) => {
    row.forEach((formula, across) => {
      if (typeof formula !== 'string' || !formula.startsWith('=')) return;
      const wider = withRowsInSums(formula, { sheet: seam.sheet, lastRow: last, count });
      if (wider === formula) return;
      sheet.getCell(totals.rowIndex + down, totals.columnIndex + across).formulas = [[wider]];
    });
  });
  return null;
}

/** The first cell that holds something in these rows, left or right of the table. */
async function firstBeside(
  sheet: Excel.Worksheet,
  { left, right }: Pick<Seam, 'left' | 'right'>,
  { top, rows }: { readonly top: number; readonly rows: number },
): Promise<string | null> {
  const sides = [
    { column: 0, columns: left },
    { column: right + 1, columns: COLUMNS_OF_SHEET - right - 1 },
  ].filter(({ columns }) => columns > 0);
  const used = Array.from({ length: rows }, (_, down) =>
    sides.map(({ column, columns }) =>
      sheet
        .getRangeByIndexes(top + down, column, 1, columns)
        .getUsedRangeOrNullObject(true)
        .load('rowIndex,columnIndex'),
    ),
  ).flat();
  await sheet.context.sync();
  const found = used.find(({ isNullObject }) => !isNullObject);
  return found ? cellName(found.rowIndex, found.columnIndex) : null;
}
