import { isBlank, lastColumn, lastRow, mergeIndex, valueAt } from './cells.ts';
import type { Area, Grid, NamedArea } from './grid.ts';
import { groupHeadings, type RowTexts, secondHeaderRow, textsByColumn } from './header-rows.ts';
import { headingParts, isKnownHeading } from './headings.ts';
import { cutAt, kindsOver } from './kinds-over-tables.ts';
import { labelledRow, mostAbove } from './labelled.ts';
import { plainText } from './text.ts';

/** The heading row of a table, or two rows where a group heading stands over several columns. */
export interface Header {
  readonly top: number;
  /** The row directly above the data. */
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  /** Every column from left to right; empty text where no heading stands. */
  readonly headings: readonly string[];
  /** The word in the row above that says which of several tables side by side this is (价格表). */
  readonly kind?: string;
  /** An Excel table (ListObject) says where its data end. */
  readonly named?: NamedArea;
}

/**
 * Every header on a sheet, from the top: rows of words of which at least two are known headings, and no number among them.
 * @param chosen heading texts the user gave a meaning: they count as known
 */
export function findHeaders(grid: Grid, chosen: ReadonlySet<string>): readonly Header[] {
  const known = (text: string): boolean => isKnownHeading(text) || chosen.has(text);
  const named = (grid.tables ?? []).map((table) => ofNamedArea(grid, table));
  const headers: Header[] = [...named];
  const merges = mergeIndex(
    grid.merges?.filter((merge) => merge.right > merge.left),
    wholeOf(grid),
  );
  for (let row = grid.row; row <= lastRow(grid); row++) {
    const words = wordsOf(grid, row);
    if (!words) continue;
    const second = wordsOf(grid, row + 1);
    if (second && kindsOver(words, second).length > 0 && looksLikeHeader(second, known)) continue;
    if (!looksLikeHeader(words, known)) continue;
    const over = row > grid.row ? wordsOf(grid, row - 1) : null;
    const kinds = over ? kindsOver(over, words) : [];
    const below = second && secondHeaderRow(words, second, merges, known) ? second : null;
    const segments = kinds.length > 0 ? cutAt(kinds, words) : segmentsOf(grid, words, merges);
    for (const [at, segment] of segments.entries()) {
      const end = (segments[at + 1]?.texts[0]?.column ?? lastColumn(grid) + 1) - 1;
      const header = toHeader(grid, segment, below, end, merges, kinds[at]?.text);
      if (!named.some((other) => other.named && overlaps(other.named, header))) headers.push(header);
    }
    if (below) row++;
  }
  return withoutForms(grid, headers).toSorted((a, b) => a.top - b.top || a.left - b.left);
}

/** 客户：华东机电 | 订单号：S-1 above or below a table heads nothing, although both words head columns elsewhere. */
function withoutForms(grid: Grid, headers: readonly Header[]): readonly Header[] {
  const isForm = ({ named, top, left, right }: Header, bare: boolean): boolean =>
    !named && labelledRow(grid, top, left, right, bare).whole;
  const forms = new Set(headers.filter((header) => isForm(header, true)));
  if (forms.size === 0) return headers;
  const tops = headers.filter((header) => !forms.has(header)).map(({ top }) => top);
  return headers.filter((header) => {
    if (!forms.has(header)) return true;
    const isAbove = tops.some((top) => top > header.bottom && top <= header.bottom + mostAbove);
    const isBelow = tops.some((top) => top < header.top && top >= header.top - mostAbove);
    return !(isAbove || (isBelow && isForm(header, false)));
  });
}

const wholeOf = (grid: Grid): Area => ({
  top: grid.row,
  left: grid.column,
  bottom: lastRow(grid),
  right: lastColumn(grid),
});

const overlaps = (area: Area, { top, bottom, left, right }: Header): boolean =>
  area.top <= bottom && area.bottom >= top && area.left <= right && area.right >= left;

function ofNamedArea(grid: Grid, named: NamedArea): Header {
  const { top, left, right } = named;
  return { top, bottom: top, left, right, headings: headingsIn(grid, top, left, right), named };
}

/** Whatever stands in the cells of a row, as headings. */
export function headingsIn(grid: Grid, row: number, left: number, right: number): readonly string[] {
  const headings: string[] = [];
  for (let column = left; column <= right; column++) headings.push(plainText(String(valueAt(grid, row, column) ?? '')));
  return headings;
}

/** The texts of a row; null when it holds anything but text, which no header does. */
function wordsOf(grid: Grid, row: number): RowTexts | null {
  const texts: { column: number; text: string }[] = [];
  const cells = grid.values[row - grid.row] ?? [];
  if (cells.some((content) => content !== null && typeof content !== 'string')) return null;
  for (const [offset, content] of cells.entries())
    if (typeof content === 'string' && !isBlank(content))
      texts.push({ column: grid.column + offset, text: plainText(content) });
  return texts.length >= 2 ? { row, texts } : null;
}

/** No row of data says so many different headings. */
const enoughHeadings = 8;

function looksLikeHeader({ texts }: RowTexts, known: (text: string) => boolean): boolean {
  const found: string[] = [];
  for (const [read, { text }] of texts.entries()) {
    if (known(text)) found.push(text);
    // Data rows of a long sheet give up early: a header shows a known word among its first few.
    if (read >= 7 && found.length === 0) return false;
  }
  if (found.length >= 2 && found.length * 5 >= texts.length * 2) return true;
  // However many columns of its own a house keeps beside them.
  return new Set(found).size >= enoughHeadings;
}

/**
 * One row may head two tables side by side. They are told apart by a blank column between them and by a heading that occurs
 * on both sides; a blank column alone also occurs inside tables.
 */
function segmentsOf(grid: Grid, { row, texts }: RowTexts, merges: ReadonlyMap<string, Area>): readonly RowTexts[] {
  const keys = texts.map(({ text }) => headingParts(text).key);
  const lastAt = new Map(keys.map((key, at) => [key, at]));
  const segments: RowTexts[] = [];
  let start = 0;
  /** Where a heading of the segment so far occurs last. */
  let repeatsUpTo = -1;
  for (let at = 1; at < texts.length; at++) {
    repeatsUpTo = Math.max(repeatsUpTo, lastAt.get(keys[at - 1] ?? '') ?? -1);
    const [before, after] = [texts[at - 1], texts[at]];
    if (!before || !after) continue;
    // What stands below a group heading belongs to it.
    const end = merges.get(`${row},${before.column}`)?.right ?? before.column;
    if (after.column - end < 2) continue;
    if (repeatsUpTo < at || at - start < 2 || texts.length - at < 2) continue;
    if (!isEmptyBelow(grid, row, end + 1, after.column - 1)) continue;
    segments.push({ row, texts: texts.slice(start, at) });
    start = at;
    repeatsUpTo = -1;
  }
  return [...segments, { row, texts: texts.slice(start) }];
}

function isEmptyBelow(grid: Grid, row: number, left: number, right: number): boolean {
  for (let below = row + 1; below <= Math.min(row + 20, lastRow(grid)); below++)
    for (let column = left; column <= right; column++) if (!isBlank(valueAt(grid, below, column))) return false;
  return true;
}

/** @param end the last column before the next table on the right */
function toHeader(
  grid: Grid,
  first: RowTexts,
  second: RowTexts | null,
  end: number,
  merges: ReadonlyMap<string, Area>,
  kind: string | undefined,
): Header {
  const top = first.row;
  const left = first.texts[0]?.column ?? 0;
  const last = first.texts.at(-1)?.column ?? 0;
  const underGroup = second ? (merges.get(`${top},${last}`)?.right ?? second.texts.at(-1)?.column ?? last) : last;
  const right = Math.max(last, Math.min(underGroup, end));
  const above = kind === undefined ? wordsOfGroups(grid, top - 1, left, right, merges) : null;
  const headings = groupHeadings({ left, right }, textsByColumn(first), second && textsByColumn(second), above, {
    mergedInto: (column) => merges.get(`${top},${column}`)?.left,
    groupOf: (column) => merges.get(`${top - 1},${column}`)?.left,
  });
  return { top, bottom: second ? second.row : top, left, right, headings, ...(kind !== undefined && { kind }) };
}

/** Group headings in a row of their own above the header: merged texts, at least two, none over the whole width. */
function wordsOfGroups(
  grid: Grid,
  row: number,
  left: number,
  right: number,
  merges: ReadonlyMap<string, Area>,
): ReadonlyMap<number, string> | null {
  const words = row < grid.row ? null : wordsOf(grid, row);
  if (!words) return null;
  const groups = words.texts.filter(
    ({ column }) => column >= left && column <= right && merges.has(`${row},${column}`),
  );
  return groups.length >= 2 ? textsByColumn({ row, texts: groups }) : null;
}
