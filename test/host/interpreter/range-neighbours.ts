import { type Area, between, fitsSheet, intersection, MAX_COLUMNS, MAX_ROWS } from './address.ts';
import { invalidArgument, itemNotFound } from './errors.ts';
import {
  type Argument,
  booleanArgument,
  type CellsOfSheet,
  cellsArgument,
  type HostObject,
  integerArgument,
  NULL_OBJECT,
  type ObjectModel,
} from './host-object.ts';

/** Methods of Excel.Range that lead to another range of the same sheet. */
export function neighbourRanges(model: ObjectModel, { sheet, area }: CellsOfSheet): NonNullable<HostObject['call']> {
  const range = (other: Area): HostObject => {
    if (!fitsSheet(other)) throw invalidArgument('These cells are not on the sheet.');
    return model.range({ sheet, area: other });
  };
  const { row, column, rows, columns } = area;
  const common = (other: Argument): Area | undefined => intersection(area, cellsArgument(other).area);
  const used = (valuesOnly: Argument): Area | undefined => sheet.usedArea(booleanArgument(valuesOnly, false), area);
  return {
    getCell: (down, right) =>
      range({ row: row + integerArgument(down), column: column + integerArgument(right), rows: 1, columns: 1 }),
    getRow: (down) => range({ ...area, row: row + within(down, rows), rows: 1 }),
    getColumn: (right) => range({ ...area, column: column + within(right, columns), columns: 1 }),
    getLastCell: () => range({ row: row + rows - 1, column: column + columns - 1, rows: 1, columns: 1 }),
    getLastRow: () => range({ ...area, row: row + rows - 1, rows: 1 }),
    getLastColumn: () => range({ ...area, column: column + columns - 1, columns: 1 }),
    getEntireRow: () => range({ ...area, column: 0, columns: MAX_COLUMNS }),
    getEntireColumn: () => range({ ...area, row: 0, rows: MAX_ROWS }),
    getOffsetRange: (down, right) =>
      range({ ...area, row: row + integerArgument(down), column: column + integerArgument(right) }),
    getResizedRange: (moreRows, moreColumns) =>
      range({ ...area, rows: rows + integerArgument(moreRows), columns: columns + integerArgument(moreColumns) }),
    getAbsoluteResizedRange: (newRows, newColumns) =>
      range({ ...area, rows: integerArgument(newRows), columns: integerArgument(newColumns) }),
    getBoundingRect: (other) => range(around(area, cellsArgument(other).area)),
    getIntersection: (other) => range(common(other) ?? refuse()),
    getIntersectionOrNullObject: (other) => {
      const area = common(other);
      return area === undefined ? NULL_OBJECT : range(area);
    },
    getUsedRange: (valuesOnly) => range(used(valuesOnly) ?? refuse()),
    getUsedRangeOrNullObject: (valuesOnly) => {
      const area = used(valuesOnly);
      return area === undefined ? NULL_OBJECT : range(area);
    },
  };
}

/** Row and column numbers of `getRow` and `getColumn` stay inside the range. */
function within(argument: Argument, count: number): number {
  const index = integerArgument(argument);
  if (index < 0 || index >= count) throw invalidArgument('This row or column is not in the range.');
  return index;
}

const around = (a: Area, b: Area): Area =>
  between(
    Math.min(a.row, b.row),
    Math.min(a.column, b.column),
    Math.max(a.row + a.rows, b.row + b.rows) - 1,
    Math.max(a.column + a.columns, b.column + b.columns) - 1,
  );

function refuse(): never {
  throw itemNotFound();
}
