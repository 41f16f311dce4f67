import { isBlank, isBlankRow, lastColumn, lastRow, valueAt } from './cells.ts';
import { findHeaders, type Header } from './find-headers.ts';
import type { Area, Grid } from './grid.ts';
import { headingParts } from './headings.ts';
import { plainText } from './text.ts';
import { parseNumber } from './values/number.ts';

/** A table as it stands on the sheet, not yet understood. */
export interface RawTable {
  readonly header: Header;
  /** Header and data. */
  readonly area: Area;
  /** Rows between that repeat the header (one on every printed page). */
  readonly repeatedHeaders: ReadonlySet<number>;
  /** Words standing over the table ("2026年3月 订单"). */
  readonly title: string;
}

/** Every table on a sheet, from the top: found by its header, wherever it stands. */
export function findTables(grid: Grid, chosen: ReadonlySet<string>): readonly RawTable[] {
  const tables: RawTable[] = [];
  const headers = [...findHeaders(grid, chosen)];
  for (let first = headers.shift(); first; first = headers.shift()) {
    const repeated = new Set<number>();
    const columns = columnsOf(grid, first, headers);
    let limit = first.named?.bottom ?? lastRow(grid);
    for (const next of headers.slice()) {
      if (next.top > limit || next.left > columns.right || next.right < columns.left) continue;
      if (!repeats(first, next)) {
        limit = next.top - 1;
        break;
      }
      for (let row = next.top; row <= next.bottom; row++) repeated.add(row);
      headers.splice(headers.indexOf(next), 1);
    }
    const bottom = lastDataRow(grid, first, columns, limit, repeated);
    const above = Math.max(grid.row, ...tables.map(({ area }) => area.bottom + 1).filter((row) => row <= first.top));
    tables.push({
      header: first,
      area: { top: first.top, left: columns.left, bottom, right: columns.right },
      repeatedHeaders: repeated,
      title: titleOf(grid, above, first.top - 1),
    });
  }
  return tables;
}

/** The same words in the same columns: the table goes on. */
const repeats = (a: Header, b: Header): boolean =>
  !b.named &&
  a.left === b.left &&
  a.headings.length === b.headings.length &&
  a.headings.every((heading, at) => headingParts(heading).key === headingParts(b.headings[at] ?? '').key);

interface Columns {
  readonly left: number;
  readonly right: number;
}

/** The header's columns, and those beside it that hold data without a heading, up to the next table. */
function columnsOf(grid: Grid, header: Header, others: readonly Header[]): Columns {
  if (header.named) return { left: header.left, right: header.right };
  const beside = others.find((other) => other.left > header.right && other.top <= header.bottom + 1);
  const end = (beside?.left ?? lastColumn(grid) + 1) - 1;
  let right = header.right;
  while (right < end && hasData(grid, header.bottom + 1, right + 1)) right++;
  return { left: header.left, right };
}

function hasData(grid: Grid, from: number, column: number): boolean {
  let filled = 0;
  const last = Math.min(from + 20, lastRow(grid));
  for (let row = from; row <= last; row++) if (!isBlank(valueAt(grid, row, column))) filled++;
  return filled * 2 > last - from + 1;
}

/**
 * Where the data end: at the last filled row, without the title of the next table, and before another table below a gap
 * whose headings nobody knows (a row of words where this table has numbers).
 */
function lastDataRow(
  grid: Grid,
  header: Header,
  { left, right }: Columns,
  limit: number,
  repeated: ReadonlySet<number>,
): number {
  const filled = (row: number): boolean => !isBlankRow(grid, row, left, right);
  let last = header.bottom;
  let gap = false;
  let words = 0;
  for (let row = header.bottom + 1; row <= limit; row++) {
    if (!filled(row)) {
      gap = true;
      continue;
    }
    const texts = repeated.has(row) ? 0 : wordsOnly(grid, row, left, right);
    if (gap && texts >= 3 && words === 0 && row > header.bottom + 2) return last;
    if (texts >= 3) words++;
    gap = false;
    last = row;
  }
  if (limit < lastRow(grid)) while (last > header.bottom && isTitle(grid, last, left, right)) last--;
  return last;
}

/** How many texts a row holds when it holds nothing else; 0 with any number in it. */
function wordsOnly(grid: Grid, row: number, left: number, right: number): number {
  let texts = 0;
  for (let column = left; column <= right; column++) {
    const content = valueAt(grid, row, column);
    if (isBlank(content)) continue;
    if (typeof content !== 'string' || parseNumber(content).kind === 'value') return 0;
    texts++;
  }
  return texts;
}

const isTitle = (grid: Grid, row: number, left: number, right: number): boolean =>
  isBlankRow(grid, row, left, right) || wordsOnly(grid, row, left, right) === 1;

function titleOf(grid: Grid, from: number, to: number): string {
  const words: string[] = [];
  for (let row = Math.max(from, to - 5); row <= to; row++)
    for (const content of grid.values[row - grid.row] ?? [])
      if (!isBlank(content)) words.push(plainText(String(content)));
  return words.join(' ');
}
