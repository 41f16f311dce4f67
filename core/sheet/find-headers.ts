import { isBlank, lastColumn, lastRow, mergeIndex, valueAt } from './cells.ts';
import type { Area, Grid, NamedArea } from './grid.ts';
import { headingParts, isKnownHeading } from './headings.ts';
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
  /** An Excel table (ListObject) says where its data end. */
  readonly named?: NamedArea;
}

interface RowTexts {
  readonly row: number;
  readonly texts: readonly { readonly column: number; readonly text: string }[];
}

/**
 * Every header on a sheet, from the top: rows of words of which at least two are known headings, and no number among them.
 * @param chosen heading texts the user gave a meaning: they count as known
 */
export function findHeaders(grid: Grid, chosen: ReadonlySet<string>): readonly Header[] {
  const known = (text: string): boolean => isKnownHeading(text) || chosen.has(text);
  const headers: Header[] = (grid.tables ?? []).map((named) => ofNamedArea(grid, named));
  const merges = mergeIndex(
    grid.merges?.filter((merge) => merge.right > merge.left),
    wholeOf(grid),
  );
  for (let row = grid.row; row <= lastRow(grid); row++) {
    const words = wordsOf(grid, row);
    if (!words || !looksLikeHeader(words, known)) continue;
    const below = secondRow(grid, words, merges, known);
    for (const segment of segmentsOf(grid, words)) {
      const header = toHeader(segment, below, merges);
      if (!headers.some((other) => other.named && overlaps(other.named, header))) headers.push(header);
    }
    if (below) row++;
  }
  return headers.toSorted((a, b) => a.top - b.top || a.left - b.left);
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
  const headings: string[] = [];
  for (let column = named.left; column <= named.right; column++)
    headings.push(plainText(String(valueAt(grid, named.top, column) ?? '')));
  return { top: named.top, bottom: named.top, left: named.left, right: named.right, headings, named };
}

/** The texts of a row; null when it holds anything but text, which no header does. */
function wordsOf(grid: Grid, row: number): RowTexts | null {
  const texts: { column: number; text: string }[] = [];
  const cells = grid.values[row - grid.row] ?? [];
  for (const [offset, content] of cells.entries()) {
    if (isBlank(content)) continue;
    if (typeof content !== 'string') return null;
    texts.push({ column: grid.column + offset, text: plainText(content) });
  }
  return texts.length >= 2 ? { row, texts } : null;
}

function looksLikeHeader({ texts }: RowTexts, known: (text: string) => boolean): boolean {
  let found = 0;
  for (const [read, { text }] of texts.entries()) {
    if (known(text)) found++;
    // Data rows of a long sheet give up early: a header shows a known word among its first few.
    if (read >= 7 && found === 0) return false;
  }
  return found >= 2 && found * 5 >= texts.length * 2;
}

/** The row below, when it goes on heading the columns: it fills what a group heading above leaves open. */
function secondRow(
  grid: Grid,
  above: RowTexts,
  merges: ReadonlyMap<string, Area>,
  known: (text: string) => boolean,
): RowTexts | null {
  const below = wordsOf(grid, above.row + 1);
  if (!below) return null;
  const singles = new Set(
    above.texts.filter(({ column }) => !merges.has(`${above.row},${column}`)).map(({ column }) => column),
  );
  const under = below.texts.filter(({ column }) => merges.has(`${above.row},${column}`));
  const fits = under.length >= 2 && below.texts.every(({ column }) => !singles.has(column));
  return fits && below.texts.some(({ text }) => known(text)) ? below : null;
}

/**
 * One row may head two tables side by side. They are told apart by a blank column between them and by a heading that occurs
 * on both sides; a blank column alone also occurs inside tables.
 */
function segmentsOf(grid: Grid, words: RowTexts): readonly RowTexts[] {
  const { row, texts } = words;
  for (let at = 1; at < texts.length; at++) {
    const [before, after] = [texts[at - 1], texts[at]];
    if (!before || !after || after.column - before.column < 2) continue;
    if (!isEmptyBelow(grid, row, before.column + 1, after.column - 1)) continue;
    const left = texts.slice(0, at);
    const right = texts.slice(at);
    const keys = new Set(left.map(({ text }) => headingParts(text).key));
    const repeats = right.some(({ text }) => keys.has(headingParts(text).key));
    if (repeats && left.length > 1 && right.length > 1)
      return [{ row, texts: left }, ...segmentsOf(grid, { row, texts: right })];
  }
  return [words];
}

function isEmptyBelow(grid: Grid, row: number, left: number, right: number): boolean {
  for (let below = row + 1; below <= Math.min(row + 20, lastRow(grid)); below++)
    for (let column = left; column <= right; column++) if (!isBlank(valueAt(grid, below, column))) return false;
  return true;
}

function toHeader(first: RowTexts, second: RowTexts | null, merges: ReadonlyMap<string, Area>): Header {
  const top = first.row;
  const widest = merges.get(`${top},${first.texts.at(-1)?.column}`)?.right ?? -1;
  const left = first.texts[0]?.column ?? 0;
  const right = Math.max(first.texts.at(-1)?.column ?? 0, second ? widest : -1);
  const headings: string[] = [];
  for (let column = left; column <= right; column++) {
    const own = first.texts.find((cell) => cell.column === column)?.text ?? '';
    const below = second?.texts.find((cell) => cell.column === column)?.text;
    const group = first.texts.find((cell) => cell.column === merges.get(`${top},${column}`)?.left)?.text ?? own;
    headings.push(below === undefined ? own : joined(group, below));
  }
  return { top, bottom: second ? second.row : top, left, right, headings };
}

/** "产品" over "编号" is 产品编号; "商品信息" over "数量" is 数量: the joined word where it is known, else the lower one. */
function joined(group: string, below: string): string {
  const both = group + below;
  return group !== '' && isKnownHeading(both) ? both : below;
}
