import { type Area, areaName, between, intersection, isUnbounded } from './address.ts';
import { isErrorValue } from './cell-entry.ts';
import { invalidArgument, notImplemented } from './errors.ts';
import type { CellsOfSheet } from './host-object.ts';
import type { Cell } from './sheet-model.ts';

/** `range.getSpecialCells(kind, valueType)` as areas. */
export function specialAreas(cells: CellsOfSheet, kind: string, valueType: string): Area[] {
  const isWanted = VALUE_TYPES[valueType];
  if (isWanted === undefined) throw notImplemented('Range', `special cells of the value type "${valueType}"`);
  switch (kind) {
    case 'Visible':
      return visibleAreas(cells);
    case 'Blanks':
      return blankAreas(cells);
    case 'Formulas':
      return areasOf(cells, (cell) => cell.formula !== undefined && isWanted(cell));
    case 'Constants':
      return areasOf(cells, (cell) => cell.formula === undefined && cell.value !== undefined && isWanted(cell));
    case 'ConditionalFormats':
      return within(
        cells,
        cells.sheet.conditionalFormats.flatMap(({ areas }) => areas.map((area) => ({ area }))),
      );
    case 'DataValidations':
      return within(cells, cells.sheet.validations);
    default:
      throw notImplemented('Range', `special cells of the kind "${kind}"`);
  }
}

const VALUE_TYPES: Readonly<Record<string, (cell: Readonly<Cell>) => boolean>> = {
  All: () => true,
  Errors: ({ value }) => isErrorValue(value),
  Logical: ({ value }) => typeof value === 'boolean',
  Numbers: ({ value }) => typeof value === 'number',
  Text: ({ value }) => typeof value === 'string' && !isErrorValue(value),
};

/** Runs of a column, column by column. */
function areasOf({ sheet, area }: CellsOfSheet, isOne: (cell: Readonly<Cell>) => boolean): Area[] {
  const rowsOfColumn = new Map<number, number[]>();
  for (const [row, column, cell] of sheet.cells(area))
    if (isOne(cell)) (rowsOfColumn.get(column) ?? rowsOfColumn.set(column, []).get(column))?.push(row);
  return [...rowsOfColumn]
    .sort(([a], [b]) => a - b)
    .flatMap(([column, rows]) =>
      runs(rows.sort((a, b) => a - b)).map(([first, last]) => between(first, column, last, column)),
    );
}

/** Blanks are looked for where the sheet is used, not down to its last row. */
function blankAreas({ sheet, area }: CellsOfSheet): Area[] {
  const used = sheet.usedArea(false);
  const common = used === undefined ? undefined : intersection(area, used);
  if (common === undefined) return [];
  const isBlank = (row: number, column: number): boolean => {
    const cell = sheet.cell(row, column);
    return cell?.value === undefined && cell?.formula === undefined;
  };
  return span(common.column, common.columns).flatMap((column) =>
    runs(span(common.row, common.rows).filter((row) => isBlank(row, column))).map(([first, last]) =>
      between(first, column, last, column),
    ),
  );
}

function visibleAreas(cells: CellsOfSheet): Area[] {
  if (isUnbounded(cells.area)) throw invalidArgument('The stand-in looks for visible cells in a bounded range only.');
  const columns = runs(visibleColumns(cells));
  return runs(visibleRows(cells)).flatMap(([row, lastRow]) =>
    columns.map(([column, lastColumn]) => between(row, column, lastRow, lastColumn)),
  );
}

function within({ area }: CellsOfSheet, things: readonly { readonly area: Area }[]): Area[] {
  const common = things.map((thing) => intersection(thing.area, area)).filter((part) => part !== undefined);
  return [...new Map(common.map((part) => [areaName(part), part])).values()];
}

const span = (first: number, count: number): number[] => Array.from({ length: count }, (_, index) => first + index);

export const visibleRows = ({ sheet, area }: CellsOfSheet): number[] =>
  span(area.row, area.rows).filter((row) => !sheet.hiddenRows.has(row));

export const visibleColumns = ({ sheet, area }: CellsOfSheet): number[] =>
  span(area.column, area.columns).filter((column) => !sheet.hiddenColumns.has(column));

/** 2 3 4 7 → 2–4, 7–7. */
function runs(numbers: number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const number of numbers) {
    const last = found.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else found.push([number, number]);
  }
  return found;
}
