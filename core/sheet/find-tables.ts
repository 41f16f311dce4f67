import { isBlank, isBlankRow, lastColumn, lastRow, valueAt } from './cells.ts';
import { findHeaders, type Header, headingsIn } from './find-headers.ts';
import type { Area, Grid } from './grid.ts';
import { headingParts } from './headings.ts';
import { labelledRow } from './labelled.ts';
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
  /** Those of them that stand over its own columns, the nearest first; else those to the left, where titles begin. */
  readonly over: readonly string[];
}

/** Every table on a sheet, from the top: found by its header, wherever it stands. */
export function findTables(grid: Grid, chosen: ReadonlySet<string>): readonly RawTable[] {
  const tables: RawTable[] = [];
  const headers = [...findHeaders(grid, chosen)];
  /** Headers that only repeat one above. */
  const repetitions = new Set<Header>();
  /** Tables that may still stand beside a title. */
  let near: readonly RawTable[] = [];
  for (const [at, first] of headers.entries()) {
    if (repetitions.has(first)) continue;
    const repeated = new Set<number>();
    const columns = columnsOf(grid, first, headers.slice(at + 1, at + 1 + mostBeside));
    let limit = first.named?.bottom ?? lastRow(grid);
    for (let after = at + 1; after < headers.length; after++) {
      const next = headers[after];
      if (!next || next.top > limit) break;
      if (next.left > columns.right || next.right < columns.left) continue;
      if (!repeats(first, next)) {
        limit = next.top - 1;
        break;
      }
      for (let row = next.top; row <= next.bottom; row++) repeated.add(row);
      repetitions.add(next);
    }
    const { bottom, unknown } = dataEnd(grid, first, columns, limit, repeated);
    if (unknown) {
      // What looked like this table's header again further down heads another one.
      for (const header of repetitions) if (header.top > unknown.top) repetitions.delete(header);
      headers.splice(placeAfter(headers, at, unknown), 0, unknown);
    }
    near = near.filter(({ area }) => area.bottom >= first.top - titleRows - 1);
    const words = wordsOver(grid, near, first);
    const table = {
      header: first,
      area: { top: first.top, left: columns.left, bottom, right: columns.right },
      repeatedHeaders: repeated,
      title: words.map(({ text }) => text).join(' '),
      over: ownWords(words, columns),
    };
    tables.push(table);
    near = [...near, table];
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
function columnsOf(grid: Grid, header: Header, following: readonly Header[]): Columns {
  if (header.named) return { left: header.left, right: header.right };
  let end = lastColumn(grid);
  for (const other of following) {
    if (other.top > header.bottom + 1) break;
    if (other.left > header.right) end = Math.min(end, other.left - 1);
  }
  let right = header.right;
  while (right < end && hasData(grid, header.bottom + 1, right + 1)) right++;
  return { left: header.left, right };
}

/** Nobody puts more tables side by side. */
const mostBeside = 100;

function hasData(grid: Grid, from: number, column: number): boolean {
  let filled = 0;
  const last = Math.min(from + sample, lastRow(grid));
  for (let row = from; row <= last; row++) if (!isBlank(valueAt(grid, row, column))) filled++;
  return filled * 2 > last - from + 1;
}

/** Headers are looked at from the top. */
function placeAfter(headers: readonly Header[], at: number, header: Header): number {
  const next = headers.findIndex((other, index) => index > at && other.top >= header.top);
  return next === -1 ? headers.length : next;
}

interface DataEnd {
  readonly bottom: number;
  /** The headings that nobody knows, of another table that begins there. */
  readonly unknown?: Header;
}

/**
 * Where the data end: at the last filled row, without the title of the next table, and before another table below a gap
 * whose headings nobody knows (a row of words where this table has numbers). That is a table of its own: nothing is lost.
 */
function dataEnd(
  grid: Grid,
  header: Header,
  { left, right }: Columns,
  limit: number,
  repeated: ReadonlySet<number>,
): DataEnd {
  let last = header.bottom;
  for (let row = header.bottom + 1; row <= limit; row++) {
    if (isBlankRow(grid, row, left, right)) continue;
    const afterGap = row > last + 1 && !repeated.has(row);
    if (afterGap && !header.named && wordsOverNumbers(grid, row, header.bottom + 1, last, { left, right }))
      return { bottom: last, unknown: headerIn(grid, row, { left, right }) };
    last = row;
  }
  if (limit < lastRow(grid)) while (last > header.bottom && isAboveNext(grid, last, left, right)) last--;
  return { bottom: last };
}

function headerIn(grid: Grid, row: number, { left, right }: Columns): Header {
  return { top: row, bottom: row, left, right, headings: headingsIn(grid, row, left, right) };
}

/** A row of nothing but words without digits, some of them in columns that hold nothing but numbers above. */
function wordsOverNumbers(grid: Grid, row: number, from: number, to: number, { left, right }: Columns): boolean {
  if (wordsOnly(grid, row, left, right) < 3) return false;
  for (let column = left; column <= right; column++)
    if (/\p{Nd}/u.test(String(valueAt(grid, row, column)))) return false;
  for (let column = left; column <= right; column++) {
    if (isBlank(valueAt(grid, row, column))) continue;
    const above = [];
    for (let at = Math.max(from, to - sample); at <= to; at++) above.push(valueAt(grid, at, column));
    const filled = above.filter((content) => !isBlank(content));
    if (filled.length > 0 && filled.every((content) => typeof content === 'number')) return true;
  }
  return false;
}

/** How many rows show what a column holds. */
const sample = 20;

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

/** The next table's title, and the labels over it (客户：… 日期：…). */
const isAboveNext = (grid: Grid, row: number, left: number, right: number): boolean =>
  isTitle(grid, row, left, right) || labelledRow(grid, row, left, right, true).whole;

const titleRows = 5;
const longestTitle = 60;

interface WordOver {
  readonly text: string;
  readonly column: number;
}

/** What stands in the rows above a header, in no other table; over tables side by side each has its own word. */
function wordsOver(grid: Grid, near: readonly RawTable[], header: Header): readonly WordOver[] {
  const ends = near.filter(({ area }) => area.bottom < header.top).map(({ area }) => area.bottom + 1);
  const beside = near.filter(({ area }) => area.bottom >= header.top - titleRows);
  const words: WordOver[] = header.kind === undefined ? [] : [{ text: header.kind, column: header.left }];
  const end = header.kind === undefined ? header.top : header.top - 1;
  for (let row = Math.max(grid.row, header.top - titleRows, ...ends); row < end; row++)
    for (const [offset, content] of (grid.values[row - grid.row] ?? []).entries()) {
      const column = grid.column + offset;
      const isBeside = beside.some(({ area }) => row <= area.bottom && column >= area.left && column <= area.right);
      const text = isBlank(content) || isBeside ? '' : plainText(String(content));
      // Instructions speak of much that the table isn't.
      if (text !== '' && text.length <= longestTitle) words.push({ text, column });
    }
  return words;
}

function ownWords(words: readonly WordOver[], { left, right }: Columns): readonly string[] {
  const own = words.filter(({ column }) => column >= left && column <= right);
  const before = own.length > 0 ? own : words.filter(({ column }) => column < left);
  return before.map(({ text }) => text).reverse();
}
