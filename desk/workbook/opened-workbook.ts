import type { CellPlace, CellValue } from '../../core/sheet/grid.ts';
import type { SheetOfFile } from '../../core/sheet/understand.ts';
import type { AppliedFix, CellMark, PlacedFix, SheetPort } from '../../ui/sheet-session/port.ts';
import { contentAt, isSameContent } from '../../ui/sheet-session/rows-now.ts';
import { movedRows, seenOfFixes, withTheirOrders } from '../../ui/sheet-session/seen-rows.ts';
import { contentsOf, rowsBelow } from './append-rows.ts';
import { withChanges } from './grid-edits.ts';
import { type TableStatuses, withStatuses } from './table-statuses.ts';

/** A file as it was opened; its bytes never change. */
export interface OpenedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Files opened in the browser, kept in memory: the page's twin of the workbook in Excel. Fixes and statuses change the
 * grids that are shown and checked; the bytes stay as they were opened, the annotated copy is made from them and `edits`.
 */
export interface OpenedWorkbook extends SheetPort {
  readonly view: WorkbookView;
  subscribe(listener: () => void): () => void;
}

/** What the page draws; a new object after each change. */
export interface WorkbookView {
  readonly sheets: readonly SheetOfFile[];
  /** The cell gone to last. */
  readonly place: CellPlace | null;
  /** Cells changed since opening, the newest value of each. */
  readonly edits: readonly CellEdit[];
  readonly statuses: readonly TableStatuses[];
  readonly marks: readonly CellMark[];
}
export interface CellEdit {
  readonly file?: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  /** null = General. */
  readonly format?: string | null;
}

export function openWorkbook(name: string, opened: readonly SheetOfFile[]): OpenedWorkbook {
  const listeners = new Set<() => void>();
  let view: WorkbookView = { sheets: opened, place: null, edits: [], statuses: [], marks: [] };
  const show = (change: Partial<WorkbookView>) => {
    view = { ...view, ...change };
    for (const listener of listeners) listener();
  };
  const write = (edits: readonly (CellEdit & { readonly formula: string | null })[]) =>
    show({
      sheets: view.sheets.map((sheet) =>
        withChanges(
          sheet,
          edits.filter((edit) => isOn(edit, sheet)),
        ),
      ),
      edits: [...view.edits.filter((old) => !edits.some((edit) => isSameCell(old, edit))), ...edits],
    });

  return {
    name,
    get view() {
      return view;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    readGrids: async () => view.sheets,
    readAgain: async () => view.sheets,
    readStruck: async (columns) =>
      columns.flatMap(({ file, sheet, column, top, bottom }) =>
        (sheetOf(view.sheets, { ...(file !== undefined && { file }), sheet }).struck ?? [])
          .filter((each) => each.column === column)
          .map(({ rows }) => rows.filter((row) => top <= row && row <= bottom))
          .filter(({ length }) => length > 0)
          .map((rows) => ({ ...(file !== undefined && { file }), sheet, column, rows })),
      ),
    async goTo(place) {
      show({ place });
    },
    async applyFixes(fixes, { overFormulas }) {
      const applied: AppliedFix[] = [];
      const formulas: PlacedFix[] = [];
      const changed: PlacedFix[] = [];
      for (const fix of fixes) {
        const before = cellOf(view.sheets, fix);
        if (isMoved(view.sheets, fix) || (fix.seen !== undefined && !isSameContent(before, fix.seen)))
          changed.push(fix);
        else if (before.formula !== null && !overFormulas) formulas.push(fix);
        else applied.push({ fix, before, after: { value: fix.value, formula: null } });
      }
      write(applied.map(({ fix }) => ({ ...placeOf(fix), ...writtenBy(fix), formula: null })));
      return { applied, formulas, changed, protectedSheets: [] };
    },
    async restore(applied) {
      const [still, changed] = parted(
        applied,
        ({ fix, after }) => !isMoved(view.sheets, fix) && isSameContent(cellOf(view.sheets, fix), after),
      );
      // Newest first: two fixes of one cell unwind to what stood there before both.
      write([...still].reverse().map(({ fix, before }) => ({ ...placeOf(fix), ...before })));
      return { changed, protectedSheets: [] };
    },
    async writeStatuses(table, all, { seen = [], orders = [] } = {}) {
      const grid = sheetOf(view.sheets, table);
      const moved = withTheirOrders(
        movedRows(seen, (row, column) => contentAt(grid, row, column).value),
        orders,
      );
      if (moved.has(table.headerRow)) return { moved: all.map(({ row }) => row) };
      const rows = all.filter(({ row }) => !moved.has(row));
      show({ statuses: withStatuses(view.statuses, table, rows) });
      return moved.size > 0 ? { moved: [...moved] } : 'written';
    },
    async mark(marks) {
      show({ marks: marks.filter((each) => view.sheets.some((sheet) => isOn(each, sheet))) });
      return allMarked;
    },
    async clearMarks() {
      show({ marks: [] });
      return allMarked;
    },
    async appendRows(place, rows) {
      const grid = sheetOf(view.sheets, place);
      if (movedRows(place.seen ?? [], (row, column) => contentAt(grid, row, column).value).size > 0)
        return { kind: 'moved' };
      const below = rowsBelow(grid, place, rows);
      if ('taken' in below) return { kind: 'not-free', cell: below.taken };
      const { file, sheet, left, right, lastRow } = place;
      const on = { ...(file !== undefined && { file }), sheet };
      write(below.cells.map((cell) => ({ ...on, ...cell })));
      const area = { top: lastRow + 1, left, rows: rows.length, columns: right - left + 1 };
      const contents = contentsOf(sheetOf(view.sheets, place), area);
      return {
        kind: 'appended',
        rows: { ...on, top: area.top, left, contents, beside: [], wereFormatted: false, table: null, inserted: false },
      };
    },
    async removeRows({ file, sheet, top, left, contents }) {
      const on = { ...(file !== undefined && { file }), sheet };
      const area = { top, left, rows: contents.length, columns: contents[0]?.length ?? 0 };
      if (JSON.stringify(contentsOf(sheetOf(view.sheets, on), area)) !== JSON.stringify(contents)) return false;
      write(
        contents.flatMap((row, down) =>
          row.map((_, right) => ({
            ...on,
            row: top + down,
            column: left + right,
            value: null,
            formula: null,
            format: null,
          })),
        ),
      );
      return true;
    },
  };
}

const writtenBy = ({ value, format }: PlacedFix): Pick<CellEdit, 'value' | 'format'> => ({
  value,
  ...(format !== undefined && { format }),
});

const parted = <Each>(all: readonly Each[], is: (each: Each) => boolean): [Each[], Each[]] => [
  all.filter(is),
  all.filter((each) => !is(each)),
];

/** An opened file knows no protection, and has room for every text. */
const allMarked = { protectedSheets: [], withoutText: 0 };

type Cell = Pick<CellEdit, 'file' | 'sheet' | 'row' | 'column'>;
const placeOf = ({ file, sheet, row, column }: Cell): Cell => ({
  ...(file !== undefined && { file }),
  sheet,
  row,
  column,
});
const isOn = (cell: Cell, grid: SheetOfFile): boolean => cell.sheet === grid.sheet && cell.file === grid.file;
const isSameCell = (a: Cell, b: Cell): boolean =>
  a.file === b.file && a.sheet === b.sheet && a.row === b.row && a.column === b.column;

function sheetOf(sheets: readonly SheetOfFile[], place: Pick<Cell, 'file' | 'sheet'>): SheetOfFile {
  const grid = sheets.find(({ file, sheet }) => sheet === place.sheet && file === place.file);
  if (!grid) throw new Error(`no sheet "${place.sheet}" is open`);
  return grid;
}

function isMoved(sheets: readonly SheetOfFile[], fix: PlacedFix): boolean {
  const grid = sheetOf(sheets, fix);
  return movedRows(seenOfFixes([fix]), (row, column) => contentAt(grid, row, column).value).size > 0;
}

function cellOf(sheets: readonly SheetOfFile[], cell: Cell): AppliedFix['before'] {
  const grid = sheetOf(sheets, cell);
  const [row, column] = [cell.row - grid.row, cell.column - grid.column];
  return {
    value: grid.values[row]?.[column] ?? null,
    formula: grid.formulas?.[row]?.[column] ?? null,
    format: grid.formats?.[row]?.[column] ?? null,
  };
}
