import type { Area, CellValue, Grid } from '../../core/sheet/grid.ts';
import { parseDate, serialOfDate } from '../../core/value/date.ts';
import { damaged, Unreadable } from '../problem.ts';
import { parseArea, parseCellName } from './address.ts';
import type { SheetPart, XlsxPackage } from './package.ts';
import { sharedFormulas } from './shared-formulas.ts';
import { sharedString, textCollector, unescaped } from './shared-strings.ts';
import { tablesOf } from './tables.ts';
import { type Attributes, isTrue, readXml } from './xml.ts';

/** What the sheets of one workbook share, and how many cells may still be read. */
export interface Shared {
  readonly texts: readonly string[];
  readonly formats: readonly (string | null)[];
  readonly cells: { left: number; readonly limit: number };
  readonly places: { left: number };
}

/** A cell between its opening and closing tag. */
interface OpenCell {
  row: number;
  column: number;
  type: string;
  style: number;
  formula: string | null;
  value: string | null;
  /** Number of the formula it shares with other cells; only the first of them spells it out. */
  shared: string | null;
  /** An inline text was there, perhaps an empty one. */
  hasText: boolean;
}

const none: readonly never[] = [];

/** Reads one worksheet part into a grid; rows are as long as their last filled cell, trailing empty rows left out. */
export function readSheet(book: XlsxPackage, part: SheetPart, shared: Shared): Grid {
  const entry = book.entries.get(part.path);
  if (!entry) throw damaged(part.path);
  const cells = cellTable(shared, part.path);
  const merges: Area[] = [];
  const hiddenRows: number[] = [];
  const hiddenColumns = new Set<number>();
  const text = textCollector();
  const spelledOut = sharedFormulas();
  let row = -1;
  let column = -1;
  let cell: OpenCell | null = null;
  let inside: 'v' | 'f' | null = null;

  readXml(book.bytes, entry, {
    open: (name, attributes) => {
      switch (name) {
        case 'row':
          row = attributes.r === undefined ? row + 1 : Number(attributes.r) - 1;
          column = -1;
          if (isTrue(attributes.hidden)) hiddenRows.push(row);
          break;
        case 'c':
          cell = openCell(attributes, row, column, part.path);
          column = cell.column;
          text.start();
          break;
        case 'v':
          inside = 'v';
          if (cell) cell.value = '';
          break;
        case 'f':
          inside = 'f';
          if (cell) {
            cell.formula = '';
            cell.shared = attributes.t === 'shared' ? (attributes.si ?? null) : null;
          }
          break;
        case 'mergeCell':
          pushArea(merges, attributes.ref);
          break;
        case 'col':
          if (isTrue(attributes.hidden)) addColumns(hiddenColumns, attributes);
          break;
        case 'is':
          if (cell) cell.hasText = true;
          break;
        default:
          if (cell) text.open(name);
      }
    },
    text: (piece) => {
      if (!cell) return;
      if (inside === 'v') cell.value += piece;
      else if (inside === 'f') cell.formula += piece;
      else text.text(piece);
    },
    close: (name) => {
      if (name === 'v' || name === 'f') inside = null;
      else if (name === 'c' && cell) {
        cell.formula = spelledOut(cell);
        cells.put(cell, contentOf(cell, text.take(), shared, part.path));
        cell = null;
      } else if (cell) text.close(name);
    },
  });
  const filled = cells.take();
  const tables = tablesOf(book, part, filled.values);
  return {
    sheet: part.name,
    row: 0,
    column: 0,
    ...filled,
    ...(merges.length > 0 && { merges }),
    ...(hiddenRows.length > 0 && { hiddenRows }),
    ...(hiddenColumns.size > 0 && { hiddenColumns: [...hiddenColumns] }),
    ...(tables.length > 0 && { tables }),
    ...(part.hidden && { hidden: true }),
    ...(book.date1904 && { date1904: true }),
  };
}

/** The place may be left out: then the cell follows the one before. */
function openCell({ r, s, t }: Attributes, row: number, before: number, path: string): OpenCell {
  const place = r === undefined ? { row, column: before + 1 } : parseCellName(r);
  if (!place || place.row < 0 || place.row > 1_048_575 || place.column > 16_383) throw damaged(path);
  return { ...place, type: t ?? 'n', style: Number(s ?? 0), formula: null, value: null, shared: null, hasText: false };
}

function contentOf(
  { type, value, formula, hasText }: OpenCell,
  inline: string,
  { texts }: Shared,
  path: string,
): CellValue {
  if (type === 'inlineStr') return hasText ? inline : null;
  if (value === null) return null;
  switch (type) {
    case 's':
      return value === '' ? null : sharedString(texts, value, path);
    case 'str':
      // An empty result is a result: the formula was calculated.
      return value === '' && formula === null ? null : unescaped(value);
    case 'b':
      return isTrue(value.trim());
    case 'e':
      return value.trim();
    case 'd':
      return serialOfIsoText(value.trim());
    default: {
      const number = Number(value);
      if (value.trim() === '') return null;
      if (!Number.isFinite(number)) throw damaged(path);
      return number;
    }
  }
}

/** Strict workbooks may write dates as ISO text; the grid holds serials everywhere. */
function serialOfIsoText(text: string): CellValue {
  const date = parseDate(text.slice(0, 10));
  return date === null ? text : serialOfDate(date);
}

/** The three parallel tables of a grid while they grow. */
function cellTable({ formats, cells, places }: Shared, part: string) {
  const values: CellValue[][] = [];
  const codes: (string | null)[][] = [];
  const formulas: (string | null)[][] = [];
  const takePlaces = (more: number): void => {
    places.left -= Math.max(0, more);
    if (places.left < 0) throw new Unreadable({ code: 'workbook.suspicious', data: { part } });
  };
  const set = <Content>(table: Content[][], blank: Content, row: number, column: number, content: Content): void => {
    takePlaces(row + 1 - table.length);
    while (table.length <= row) table.push(none as unknown as Content[]);
    let line = table[row] as Content[];
    if (line === (none as unknown)) {
      line = [];
      table[row] = line;
    }
    takePlaces(column - line.length);
    while (line.length < column) line.push(blank);
    line[column] = content;
  };
  return {
    put({ row, column, style, formula, type }: OpenCell, value: CellValue): void {
      if (value === null && formula === null) return;
      if (cells.left-- <= 0)
        throw new Unreadable({ code: 'workbook.too-many-cells', data: { limit: String(cells.limit) } });
      set(values, null, row, column, value);
      const code = formats[style] ?? (type === 'd' ? 'yyyy-mm-dd' : null);
      if (code !== null) set(codes, null, row, column, code);
      if (formula !== null) set(formulas, null, row, column, `=${formula}`);
    },
    take: (): Pick<Grid, 'values' | 'formats' | 'formulas'> => ({
      values,
      ...(codes.length > 0 && { formats: codes }),
      ...(formulas.length > 0 && { formulas }),
    }),
  };
}

function pushArea(areas: Area[], ref: string | undefined): void {
  const area = parseArea(ref ?? '');
  if (area) areas.push(area);
}

function addColumns(columns: Set<number>, { min, max }: Attributes): void {
  for (let column = Math.max(0, Number(min) - 1); column < Math.min(Number(max), 16_384); column++) columns.add(column);
}
