import {
  type Area,
  areaName,
  between,
  cellName,
  columnIndex,
  columnName,
  contains,
  intersection,
  MAX_COLUMNS,
  parseArea,
} from './address.ts';
import { isErrorValue, readEntry } from './cell-entry.ts';
import { invalidArgument } from './errors.ts';
import type { Json } from './protocol.ts';
import type {
  CellData,
  CellValue,
  CommentData,
  ConditionalFormatData,
  NoteData,
  SheetData,
  SheetInput,
} from './workbook-data.ts';

/** A cell while the stand-in runs. A blank cell that was only formatted stays in the map without a value. */
export interface Cell {
  value?: CellValue;
  formula?: string;
  numberFormat?: string;
  format?: Record<string, Json>;
}

export interface Table {
  readonly id: string;
  name: string;
  area: Area;
  style: string;
  showTotals: boolean;
  filter?: Filter;
  sortFields?: Json[];
}

/** Rows that a filter hides: what each column (from the first of the area) asks for. */
export interface Filter {
  area: Area;
  readonly criteria: Map<number, Json>;
}

export interface Validation {
  readonly type: string;
  area: Area;
  rule: Json;
}

export interface ConditionalFormat extends Omit<ConditionalFormatData, 'address'> {
  readonly id: string;
  areas: readonly Area[];
  formula: string;
  rule?: Json;
  fill?: string;
  fontColor?: string;
  bold?: boolean;
  italic?: boolean;
  strikethrough?: boolean;
  stopIfTrue?: boolean;
}

export interface Comment extends CommentData {
  readonly id: string;
  content: string;
}

export interface Note extends NoteData {
  content: string;
  visible?: boolean;
  width?: number;
  height?: number;
}

const areaOf = (address: string): Area => {
  const area = parseArea(address);
  if (area === undefined) throw invalidArgument(`"${address}" is no address.`);
  return area;
};

/** One sheet: cells by position and what lies over them. */
export class SheetModel {
  readonly id: string;
  name: string;
  visibility: SheetData['visibility'];
  protected: boolean;
  protectionOptions: Record<string, Json>;
  password: string | undefined;
  validations: Validation[];
  filter: Filter | undefined;
  merges: Area[];
  tables: Table[];
  conditionalFormats: ConditionalFormat[];
  comments: Comment[];
  notes: Note[];
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: Set<number>;
  /** In points, of columns that were given one. */
  readonly columnWidths: Map<number, number>;
  readonly #cells = new Map<number, Cell>();

  constructor(data: SheetInput, id: string, newId: () => string) {
    this.id = id;
    this.name = data.name;
    this.visibility = data.visibility ?? 'Visible';
    this.protected = data.protected ?? false;
    this.merges = (data.merges ?? []).map(areaOf);
    this.protectionOptions = { ...data.protectionOptions };
    this.tables = (data.tables ?? []).map(({ name, address, style, showTotals }) => ({
      id: newId(),
      name,
      area: areaOf(address),
      style: style ?? 'TableStyleMedium2',
      showTotals: showTotals ?? false,
    }));
    this.validations = (data.validations ?? []).map(({ address, ...rest }) => ({ ...rest, area: areaOf(address) }));
    this.conditionalFormats = (data.conditionalFormats ?? []).map(({ address, ...rest }) => ({
      ...rest,
      id: newId(),
      areas: address.split(',').map(areaOf),
    }));
    this.notes = (data.notes ?? []).map((note) => ({ ...note }));
    this.comments = (data.comments ?? []).map((comment) => ({ ...comment, id: newId() }));
    this.columnWidths = new Map(
      Object.entries(data.columnWidths ?? {}).map(([name, width]) => [columnIndex(name), width]),
    );
    this.hiddenRows = new Set((data.hiddenRows ?? []).map((row) => row - 1));
    this.hiddenColumns = new Set((data.hiddenColumns ?? []).map(columnIndex));
    for (const [address, cell] of Object.entries(data.cells ?? {})) {
      const { row, column } = areaOf(address);
      const { format, ...content } = cell;
      this.#cells.set(
        row * MAX_COLUMNS + column,
        format === undefined ? content : { ...content, format: { ...format } },
      );
    }
  }

  cell(row: number, column: number): Readonly<Cell> | undefined {
    return this.#cells.get(row * MAX_COLUMNS + column);
  }

  /** The cell to be changed, made when there is none. */
  touch(row: number, column: number): Cell {
    const key = row * MAX_COLUMNS + column;
    const cell = this.#cells.get(key) ?? {};
    this.#cells.set(key, cell);
    return cell;
  }

  /** Writes as if typed: null leaves the cell alone, '' empties it. */
  enter(row: number, column: number, raw: Json): void {
    if (raw === null) return;
    if (typeof raw === 'object') throw invalidArgument('A cell takes a text, a number or a truth value.');
    const cell = this.touch(row, column);
    delete cell.value;
    delete cell.formula;
    if (raw === '') return;
    const { numberFormat, ...content } = readEntry(raw, cell.numberFormat ?? 'General');
    Object.assign(cell, content);
    if (numberFormat !== undefined && cell.numberFormat === undefined) cell.numberFormat = numberFormat;
  }

  valueType(row: number, column: number): 'Empty' | 'String' | 'Double' | 'Boolean' | 'Error' {
    const value = this.cell(row, column)?.value;
    if (value === undefined) return 'Empty';
    if (isErrorValue(value)) return 'Error';
    return typeof value === 'string' ? 'String' : typeof value === 'number' ? 'Double' : 'Boolean';
  }

  /** Smallest area around the used cells of `within`; formatted blanks count unless `valuesOnly`. */
  usedArea(valuesOnly: boolean, within?: Area): Area | undefined {
    let used: { row: number; column: number; lastRow: number; lastColumn: number } | undefined;
    for (const [row, column, cell] of this.cells(within)) {
      if (valuesOnly && cell.value === undefined && cell.formula === undefined) continue;
      used = {
        row: Math.min(used?.row ?? row, row),
        column: Math.min(used?.column ?? column, column),
        lastRow: Math.max(used?.lastRow ?? row, row),
        lastColumn: Math.max(used?.lastColumn ?? column, column),
      };
    }
    return used && between(used.row, used.column, used.lastRow, used.lastColumn);
  }

  /** The cells that exist, with row and column. */
  *cells(within?: Area): Generator<[number, number, Cell]> {
    for (const [key, cell] of this.#cells) {
      const row = Math.floor(key / MAX_COLUMNS);
      const column = key % MAX_COLUMNS;
      if (within === undefined || contains(within, row, column)) yield [row, column, cell];
    }
  }

  /** Puts each cell where `target` says; undefined takes it out. */
  moveCells(target: (row: number, column: number) => { row: number; column: number } | undefined): void {
    const all = [...this.cells()];
    this.#cells.clear();
    for (const [row, column, cell] of all) {
      const to = target(row, column);
      if (to !== undefined) this.#cells.set(to.row * MAX_COLUMNS + to.column, cell);
    }
  }

  /** `range.clear(applyTo)`: All, Contents or Formats. */
  clear(area: Area, contents: boolean, formats: boolean): void {
    for (const [row, column, cell] of [...this.cells(area)]) {
      if (contents) {
        delete cell.value;
        delete cell.formula;
      }
      if (formats) {
        delete cell.numberFormat;
        delete cell.format;
      }
      if (Object.keys(cell).length === 0) this.#cells.delete(row * MAX_COLUMNS + column);
    }
    if (formats) {
      this.conditionalFormats = this.conditionalFormats.filter(
        ({ areas }) => !areas.some((each) => intersection(each, area)),
      );
    }
  }

  toData(): SheetData {
    const cells: Record<string, CellData> = {};
    for (const [row, column, cell] of this.cells()) {
      if (Object.keys(cell).length > 0) cells[cellName(row, column)] = cell;
    }
    return {
      name: this.name,
      visibility: this.visibility,
      protected: this.protected,
      cells,
      merges: this.merges.map(areaName),
      hiddenRows: [...this.hiddenRows].map((row) => row + 1).sort((a, b) => a - b),
      hiddenColumns: [...this.hiddenColumns].sort((a, b) => a - b).map(columnName),
      protectionOptions: this.protectionOptions,
      tables: this.tables.map(({ name, area, style, showTotals }) => ({
        name,
        address: areaName(area),
        ...(style === 'TableStyleMedium2' ? {} : { style }),
        ...(showTotals ? { showTotals } : {}),
      })),
      validations: this.validations.map(({ area, ...rest }) => ({ address: areaName(area), ...rest })),
      columnWidths: Object.fromEntries([...this.columnWidths].map(([column, width]) => [columnName(column), width])),
      conditionalFormats: this.conditionalFormats.map(({ id: _, areas, ...rest }) => ({
        address: areas.map(areaName).join(','),
        ...rest,
      })),
      comments: this.comments.map(({ address, content }) => ({ address, content })),
      notes: this.notes,
    };
  }
}
