import { isBlank, isBlankRow, valueAt } from './cells.ts';
import { type FieldKind, fields } from './fields.ts';
import type { RawTable } from './find-tables.ts';
import type { CellValue, Grid } from './grid.ts';
import { labelledRow, mayBeLabelled } from './labelled.ts';
import { type RowIdentity, type SkippedRow, skipReason } from './row-kind.ts';
import type { MappedColumn } from './table.ts';
import type { RoleCandidate } from './table-role.ts';
import { numberOf } from './values/digits.ts';
import { parseNumber } from './values/number.ts';

/**
 * The rows of a table that are none of its own: totals, placeholders, signatures, labels. Decided once by what the table mainly is: a
 * total of the orders is no stock count either.
 */
export function rowsPassedOver(grid: Grid, raw: RawTable, { role, columns }: RoleCandidate): readonly SkippedRow[] {
  const { area, header, repeatedHeaders } = raw;
  const kinds: Readonly<Record<string, FieldKind>> = fields[role];
  const understood = columns.filter(({ field }) => field !== null);
  const isSummed = ({ field }: MappedColumn): boolean => /quantity|money/.test(kinds[field ?? ''] ?? '');
  const sums = new RunningSums(
    understood.filter(isSummed).map(({ column }) => column),
    new Set(understood.filter((column) => !isSummed(column)).map(({ column }) => column)),
  );
  const contents = (row: number, names: readonly string[]): CellValue[] =>
    understood.filter(({ field }) => names.includes(field ?? '')).map(({ column }) => valueAt(grid, row, column));
  const identity = (row: number): RowIdentity => ({
    orders: contents(row, ['orderKey', 'poNumber']),
    items: contents(row, ['itemCode', 'barcode', 'itemName', 'customerItemCode']),
    remarks: contents(row, ['remark']),
  });
  const skipped: SkippedRow[] = [];
  for (let row = header.bottom + 1; row <= area.bottom; row++) {
    if (repeatedHeaders.has(row) || isBlankRow(grid, row, area.left, area.right)) continue;
    const [from, to] = [area.left - grid.column, area.right - grid.column + 1];
    const cells = (grid.values[row - grid.row] ?? []).slice(from, to);
    const formulas = grid.formulas?.[row - grid.row]?.slice(from, to) ?? [];
    const isLabelled = () => mayBeLabelled(cells) && labelledRow(grid, row, area.left, area.right, false).whole;
    const because =
      skipReason(cells, () => identity(row)) ??
      (isLabelled() ? 'label' : sums.isTotal(cells, formulas, area.left) ? 'total' : null);
    if (because === 'total') sums.startAnew();
    if (because === null) sums.add(cells, area.left);
    else skipped.push({ row, because });
  }
  return skipped;
}

/** =SUM(F2:F9), =SUBTOTAL(9,F2:F9): several rows of a column added up. */
const sumFormula = /^=\s*(?:SUM|SUBTOTAL|AGGREGATE)\([^)]*[A-Z]+\$?\d+:\$?[A-Z]+\$?\d+/i;

/**
 * Recognises totals without a word: a row of nothing but numbers under quantities and money, of which one is the sum of what
 * stands above it (since the last total, or at all), or is made by a formula that adds rows up.
 */
class RunningSums {
  /** Per summed column: since the start, and since the last total. Hints to a kind of row, so floats will do. */
  readonly #sums: ReadonlyMap<number, { all: number; recent: number; rows: number; recentRows: number }>;
  readonly #named: ReadonlySet<number>;

  constructor(summed: readonly number[], named: ReadonlySet<number>) {
    this.#sums = new Map(summed.map((column) => [column, { all: 0, recent: 0, rows: 0, recentRows: 0 }]));
    this.#named = named;
  }

  isTotal(cells: readonly CellValue[], formulas: readonly (string | null)[], left: number): boolean {
    let equal = false;
    for (const [at, content] of cells.entries()) {
      const formula = formulas[at];
      if (formula && sumFormula.test(formula) && this.#sums.has(left + at)) equal = true;
      if (isBlank(content)) continue;
      const number = numberIn(content);
      if (number === null || this.#named.has(left + at)) return false;
      const sum = this.#sums.get(left + at);
      if (sum && sum.rows > 1 && isSame(sum.all, number)) equal = true;
      if (sum && sum.recentRows > 1 && isSame(sum.recent, number)) equal = true;
    }
    return equal;
  }

  add(cells: readonly CellValue[], left: number): void {
    for (const [column, sum] of this.#sums) {
      const number = numberIn(cells[column - left] ?? null);
      if (number === null) continue;
      sum.all += number;
      sum.recent += number;
      sum.rows++;
      sum.recentRows++;
    }
  }

  startAnew(): void {
    for (const sum of this.#sums.values()) {
      sum.recent = 0;
      sum.recentRows = 0;
    }
  }
}

const isSame = (sum: number, said: number): boolean => Math.abs(sum - said) < 0.005;

function numberIn(content: CellValue): number | null {
  if (typeof content === 'number') return numberOf(content).kind === 'value' ? content : null;
  if (typeof content !== 'string') return null;
  const read = parseNumber(content);
  return read.kind === 'value' ? Number(read.value) : null;
}
