import { type Area, areaName, MAX_COLUMNS, MAX_ROWS, parseArea, sheetPrefix } from './address.ts';
import { invalidArgument, notImplemented } from './errors.ts';
import { withReferences } from './formula-references.ts';
import { type Move, movedArea, moveOf } from './moved-cells.ts';
import type { SheetModel } from './sheet-model.ts';
import type { Author, WorkbookModel } from './workbook-model.ts';

export type Shift = 'Down' | 'Right' | 'Up' | 'Left';

/** Inserts blank cells (Down, Right), or takes cells out and closes the gap (Up, Left), and all that lies on them with it. */
export function moveCells(book: WorkbookModel, sheet: SheetModel, area: Area, shift: Shift, author: Author): void {
  const axis = shift === 'Down' || shift === 'Up' ? 'row' : 'column';
  const isInsert = shift === 'Down' || shift === 'Right';
  const move = moveOf(area, axis, isInsert ? 1 : -1);
  if (isInsert) checkRoom(sheet, move);
  // What would be torn apart is refused before anything has moved.
  const lying = [...sheet.merges, ...sheet.tables.map((table) => table.area)];
  if (lying.some((other) => movedArea(other, move) === 'cut')) {
    throw invalidArgument('This would move a part of a table or of merged cells.');
  }
  book.live.move(sheet, move);
  moveSheet(sheet, move);
  moveFormulas(book, sheet, move);
  book.moveSelection(sheet, move);
  const whole = area.columns === MAX_COLUMNS ? 'Row' : area.rows === MAX_ROWS ? 'Column' : 'Cell';
  book.raiseChanged(sheet, area, author, {
    changeType: `${whole}${isInsert ? 'Inserted' : 'Deleted'}`,
    shiftDirection: shift,
  });
}

/** Excel lets no cell fall off the end of the sheet. */
function checkRoom(sheet: SheetModel, { axis, count }: Move): void {
  const used = sheet.usedArea(true);
  if (used === undefined) return;
  const [end, limit] = axis === 'row' ? [used.row + used.rows, MAX_ROWS] : [used.column + used.columns, MAX_COLUMNS];
  if (end + count > limit) throw invalidArgument('Cells would be pushed off the sheet.');
}

const kept = (area: Area, move: Move): Area | undefined => {
  const moved = movedArea(area, move);
  if (moved === 'cut') throw notImplemented('Range', `insert() and delete() across ${areaName(area)}`);
  return moved === 'gone' ? undefined : moved;
};

/** Things with an area that lie on the cells; what has lost all of its cells goes with them. */
function keptThings<T>(
  things: readonly T[],
  areaOf: (thing: T) => Area,
  move: Move,
  set: (thing: T, area: Area) => T,
): T[] {
  return things.flatMap((thing) => {
    const area = kept(areaOf(thing), move);
    return area === undefined ? [] : [set(thing, area)];
  });
}

function moveSheet(sheet: SheetModel, move: Move): void {
  sheet.moveCells((row, column) => {
    const moved = movedArea({ row, column, rows: 1, columns: 1 }, move);
    return moved === 'gone' || moved === 'cut' ? undefined : moved;
  });
  const withArea = <T extends { area: Area }>(thing: T, area: Area): T => Object.assign(thing, { area });
  sheet.merges = keptThings(
    sheet.merges,
    (area) => area,
    move,
    (_, area) => area,
  );
  sheet.tables = keptThings(sheet.tables, ({ area }) => area, move, withArea);
  sheet.conditionalFormats = sheet.conditionalFormats.flatMap((format) => {
    const areas = format.areas.flatMap((area) => kept(area, move) ?? []);
    return areas.length === 0 ? [] : [Object.assign(format, { areas })];
  });
  sheet.validations = keptThings(sheet.validations, ({ area }) => area, move, withArea);
  const atCell = ({ address }: { address: string }): Area => parseArea(address) ?? invalid(address);
  const withAddress = <T extends { address: string }>(thing: T, area: Area): T =>
    Object.assign(thing, { address: areaName(area) });
  sheet.notes = keptThings(sheet.notes, atCell, move, withAddress);
  sheet.comments = keptThings(sheet.comments, atCell, move, withAddress);
  moveLines(sheet, move);
}

/** Hidden rows and widths of columns move only when whole rows or columns do. */
function moveLines(sheet: SheetModel, move: Move): void {
  const [hidden, across] = move.axis === 'row' ? [sheet.hiddenRows, MAX_COLUMNS] : [sheet.hiddenColumns, MAX_ROWS];
  if (move.from > 0 || move.to < across) return;
  const moved = (line: number): number | undefined => {
    const area = movedArea({ row: line, column: line, rows: 1, columns: 1 }, { ...move, from: 0, to: MAX_ROWS });
    return typeof area === 'string' ? undefined : move.axis === 'row' ? area.row : area.column;
  };
  const lines = [...hidden].map(moved);
  hidden.clear();
  for (const line of lines) if (line !== undefined) hidden.add(line);
  if (move.axis === 'row') return;
  const widths = [...sheet.columnWidths];
  sheet.columnWidths.clear();
  for (const [column, width] of widths) {
    const at = moved(column);
    if (at !== undefined) sheet.columnWidths.set(at, width);
  }
}

/** Formulas anywhere in the workbook and names go on pointing at the cells they pointed at. */
function moveFormulas(book: WorkbookModel, moved: SheetModel, move: Move): void {
  const rewrite = (formula: string, home: SheetModel | undefined): string =>
    withReferences(formula, (name, area) => {
      const sheet = name === undefined ? home : book.findSheet(name);
      if (sheet !== moved) return undefined;
      const result = movedArea(area, move);
      return result === 'cut' ? undefined : result;
    });
  for (const sheet of book.sheets) {
    for (const [, , cell] of sheet.cells()) if (cell.formula !== undefined) cell.formula = rewrite(cell.formula, sheet);
    for (const format of sheet.conditionalFormats) format.formula = rewrite(format.formula, sheet);
  }
  for (const name of book.names) name.formula = rewrite(name.formula, undefined);
}

function invalid(address: string): never {
  throw invalidArgument(`${sheetPrefix(address)} is no cell.`);
}
