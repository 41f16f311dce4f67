import { isBlank, isBlankRow, valueAt } from './cells.ts';
import type { RawTable } from './find-tables.ts';
import type { Area, Grid } from './grid.ts';
import { type Head, headsAmong } from './head-fields.ts';
import { HeadScopes, type PlacedHead } from './head-scopes.ts';
import { type Labelled, labelledRow } from './labelled.ts';
import type { SkippedRow } from './row-kind.ts';
import { firstHeadRow, type SpaceAround } from './space-around.ts';

/**
 * What the labelled cells around and between the rows of an order table say, and for which rows (form-like orders: 客户：… 日期：…
 * above the table). Cells above hold for all rows; between rows for those below, until another one says otherwise; feet
 * for the rows above them, where no head says it.
 */
export function orderHeads(
  grid: Grid,
  { area, header, repeatedHeaders }: RawTable,
  space: SpaceAround,
  skipped: readonly SkippedRow[],
): readonly PlacedHead[] {
  const between = (from: number, to: number) => headsIn(grid, from, to, area, pairsBetween);
  const said = new HeadScopes(header.bottom + 1, area.bottom);
  said.open(headsIn(grid, space.top, header.top - 1, space, pairsAbove), header.bottom + 1);
  const passedOver = new Map(skipped.map(({ row, because }) => [row, because]));
  const titles = rowsOverHeaders(grid, header.bottom + 1, area, repeatedHeaders);
  /** The first labelled row since the last row of data, and the header that came after it. */
  let pending: number | null = null;
  let headerRow: number | null = null;
  for (let row = header.bottom + 1; row <= area.bottom; row++) {
    const because = passedOver.get(row);
    if (because === 'label') pending ??= row;
    if (repeatedHeaders.has(row)) headerRow ??= row;
    else if (because === undefined && !titles.has(row) && !isBlankRow(grid, row, area.left, area.right)) {
      if (pending !== null && headerRow !== null) {
        const first = firstHeadRow(grid, pending, headerRow, area.left, area.right);
        said.close(between(pending, first - 1), pending - 1);
        said.startAnew(first);
        said.open(between(first, row - 1), row);
      } else if (pending !== null) said.goOn(between(pending, row - 1), row);
      pending = null;
      headerRow = null;
    }
  }
  const feet = headsIn(grid, area.bottom + 1, space.bottom, space, pairsBetween);
  said.close([...(pending === null ? [] : between(pending, area.bottom)), ...feet]);
  return said.all();
}

/** Titles of further forms: rows of one text, labels and gaps directly above headings that come again. */
function rowsOverHeaders(
  grid: Grid,
  first: number,
  { left, right }: Area,
  repeated: ReadonlySet<number>,
): ReadonlySet<number> {
  const rows = new Set<number>();
  for (const header of repeated)
    for (let row = header - 1; row >= first && isTitleOrLabel(grid, row, left, right); row--) rows.add(row);
  return rows;
}

function isTitleOrLabel(grid: Grid, row: number, left: number, right: number): boolean {
  let filled = 0;
  for (let column = left; column <= right; column++) if (!isBlank(valueAt(grid, row, column))) filled++;
  return filled <= 1 || labelledRow(grid, row, left, right, false).whole;
}

interface Edges {
  readonly left: number;
  readonly right: number;
}
type PairsIn = (grid: Grid, row: number, edges: Edges) => readonly Labelled[];

/** Above a table a label may do without its colon, where the whole row is labels and answers; a title may stand beside. */
const pairsAbove: PairsIn = (grid, row, { left, right }) => {
  const bare = labelledRow(grid, row, left, right, true);
  return bare.whole ? bare.pairs : labelledRow(grid, row, left, right, false).pairs;
};
const pairsBetween: PairsIn = (grid, row, { left, right }) => {
  const { pairs, whole } = labelledRow(grid, row, left, right, false);
  return whole ? pairs : [];
};

/** The heads of some rows in reading order; what is said twice and differently says nothing. */
function headsIn(grid: Grid, from: number, to: number, edges: Edges, pairsIn: PairsIn): readonly Head[] {
  const pairs: Labelled[] = [];
  for (let row = from; row <= to; row++) pairs.push(...pairsIn(grid, row, edges));
  const byField = Map.groupBy(headsAmong(pairs), ({ field }) => field);
  return [...byField.values()].flatMap(([first, ...more]) =>
    first && more.every(({ value }) => value === first.value) ? [first] : [],
  );
}
