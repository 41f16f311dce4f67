import type { Area, CellValue, Grid } from '../../core/sheet/grid.ts';
import { parseDate, serialOfDate } from '../../core/value/date.ts';
import { damaged } from '../problem.ts';
import { parseArea, parseCellName } from './address.ts';
import { cellTable, type OpenCell, type Shared } from './cell-table.ts';
import { boundMerges } from './merges.ts';
import type { SheetPart, XlsxPackage } from './package.ts';
import { sharedFormulas } from './shared-formulas.ts';
import { sharedString, textCollector, unescaped } from './shared-strings.ts';
import { tablesOf } from './tables.ts';
import { type Attributes, isTrue, readXml } from './xml.ts';

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
          if (isTrue(attributes.hidden)) {
            cells.takePlaces(1);
            hiddenRows.push(row);
          }
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
          cells.takePlaces(1);
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
  boundMerges(merges, filled.values, part.path);
  const viewHeadings = book.viewHeadings.get(part.name) ?? [];
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
    ...(viewHeadings.length > 0 && { viewHeadings }),
    ...(part.hidden && { hidden: true }),
    ...(book.date1904 && { date1904: true }),
  };
}

/** The place may be left out: then the cell follows the one before. */
function openCell({ r, s, t }: Attributes, row: number, before: number, path: string): OpenCell {
  const place = r === undefined ? { row, column: before + 1 } : parseCellName(r);
  // Written so that what is no number at all fails too.
  if (!place || !(place.row >= 0 && place.row <= 1_048_575 && place.column <= 16_383)) throw damaged(path);
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

function pushArea(areas: Area[], ref: string | undefined): void {
  const area = parseArea(ref ?? '');
  if (area) areas.push(area);
}

function addColumns(columns: Set<number>, { min, max }: Attributes): void {
  for (let column = Math.max(0, Number(min) - 1); column < Math.min(Number(max), 16_384); column++) columns.add(column);
}
