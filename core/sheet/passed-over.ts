import { isBlank, isBlankRow, valueAt } from './cells.ts';
import { type FieldKind, fields } from './fields.ts';
import type { RawTable } from './find-tables.ts';
import type { Area, CellValue, Grid } from './grid.ts';
import { labelledRow, mayBeLabelled } from './labelled.ts';
import { type RowIdentity, type SkippedRow, skipReason } from './row-kind.ts';
import type { RoleCandidate } from './table-role.ts';
import { isNumber } from './values/digits.ts';
import { parseNumber } from './values/number.ts';

/**
 * The rows of a table that are none of its own: totals, placeholders, signatures, labels. Decided once by what the table mainly is: a
 * total of the orders is no stock count either.
 */
export function rowsPassedOver(grid: Grid, raw: RawTable, { role, columns }: RoleCandidate): readonly SkippedRow[] {
  const { area, header, repeatedHeaders } = raw;
  const kinds: Readonly<Record<string, FieldKind>> = fields[role];
  const understood = columns.flatMap(({ column, field }) =>
    field === null ? [] : [{ column, field, at: column - area.left, isSummed: summedKinds.has(kinds[field]) }],
  );
  const sums = new RunningSums(
    understood.filter(({ isSummed }) => isSummed).map(({ at }) => at),
    new Set(understood.filter(({ isSummed }) => !isSummed).map(({ at }) => at)),
  );
  const contents = (row: number, names: readonly string[]): CellValue[] =>
    understood.filter(({ field }) => names.includes(field)).map(({ column }) => valueAt(grid, row, column));
  const identity = (row: number): RowIdentity => ({
    orders: contents(row, ['orderKey', 'poNumber']),
    items: contents(row, ['itemCode', 'barcode', 'itemName', 'customerItemCode']),
    remarks: contents(row, ['remark']),
  });
  const skipped: SkippedRow[] = [];
  for (let row = header.bottom + 1; row <= area.bottom; row++) {
    if (repeatedHeaders.has(row) || isBlankRow(grid, row, area.left, area.right)) continue;
    const cells = within(area, grid, grid.values[row - grid.row]);
    const formulas = within(area, grid, grid.formulas?.[row - grid.row]);
    const isLabelled = () => mayBeLabelled(cells) && labelledRow(grid, row, area.left, area.right, false).whole;
    const because =
      skipReason(cells, () => identity(row)) ??
      (isLabelled() ? 'label' : sums.isTotal(cells, formulas) ? 'total' : null);
    if (because === 'total') sums.startAnew();
    if (because === null) sums.add(cells);
    else skipped.push({ row, because });
  }
  return skipped;
}

/** Rows that are none of these and yet weren't read: all they say stands in columns without a meaning. */
export function rowsInUnusedColumns(
  grid: Grid,
  { area, header, repeatedHeaders }: RawTable,
  told: readonly { readonly row: number }[],
): readonly SkippedRow[] {
  const known = new Set(told.map(({ row }) => row));
  const rows: SkippedRow[] = [];
  for (let row = header.bottom + 1; row <= area.bottom; row++) {
    if (known.has(row) || repeatedHeaders.has(row)) continue;
    // A formula that shows nothing, filled down in advance, says nothing.
    const cells = within(area, grid, grid.values[row - grid.row]);
    if (!cells.every(isBlank)) rows.push({ row, because: 'unused-columns' });
  }
  return rows;
}

/** The part of a grid's row that stands in an area; the row itself where that is all of it. */
function within<Content>({ left, right }: Area, grid: Grid, row: readonly Content[] = []): readonly Content[] {
  const from = left - grid.column;
  const to = right - grid.column + 1;
  return from === 0 && to >= row.length ? row : row.slice(from, to);
}

const summedKinds: ReadonlySet<FieldKind | undefined> = new Set(['quantity', 'money']);

/** =SUM(F2:F9), =SUBTOTAL(9,F2:F9): several rows of a column added up. */
const sumFormula = /^=\s*(?:SUM|SUBTOTAL|AGGREGATE)\([^)]*[A-Z]+\$?\d+:\$?[A-Z]+\$?\d+/i;

/**
 * Recognises totals without a word: a row of nothing but numbers under quantities and money, of which one is the sum of what
 * stands above it (since the last total, or at all), or is made by a formula that adds rows up.
 */
class RunningSums {
  /** Per summed column: since the start, and since the last total. Hints to a kind of row, so floats will do. */
  readonly #sums: readonly RunningSum[];
  readonly #named: ReadonlySet<number>;

  /** @param summed places in a row's cells, as `named` */
  constructor(summed: readonly number[], named: ReadonlySet<number>) {
    this.#sums = summed.map((at) => ({ at, all: 0, recent: 0, rows: 0, recentRows: 0 }));
    this.#named = named;
  }

  isTotal(cells: readonly CellValue[], formulas: readonly (string | null)[]): boolean {
    // Nearly every row names something: that is found out before any of its numbers is read.
    for (const at of this.#named) if (!isBlank(cells[at] ?? null)) return false;
    if (!cells.every((content) => isBlank(content) || numberIn(content) !== null)) return false;
    return this.#sums.some((sum) => {
      const formula = formulas[sum.at];
      if (formula && sumFormula.test(formula)) return true;
      const number = numberIn(cells[sum.at] ?? null);
      if (number === null) return false;
      return (sum.rows > 1 && isSame(sum.all, number)) || (sum.recentRows > 1 && isSame(sum.recent, number));
    });
  }

  add(cells: readonly CellValue[]): void {
    for (const sum of this.#sums) {
      const number = numberIn(cells[sum.at] ?? null);
      if (number === null) continue;
      sum.all += number;
      sum.recent += number;
      sum.rows++;
      sum.recentRows++;
    }
  }

  startAnew(): void {
    for (const sum of this.#sums) {
      sum.recent = 0;
      sum.recentRows = 0;
    }
  }
}

/** Of one column, by its place in a row's cells. */
interface RunningSum {
  readonly at: number;
  all: number;
  recent: number;
  rows: number;
  recentRows: number;
}

const isSame = (sum: number, said: number): boolean => Math.abs(sum - said) < 0.005;

function numberIn(content: CellValue): number | null {
  if (typeof content === 'number') return isNumber(content) ? content : null;
  if (typeof content !== 'string') return null;
  const read = parseNumber(content);
  return read.kind === 'value' ? Number(read.value) : null;
}
