import type { Decimal } from '../value/decimal.ts';
import { cellAt, isBlank, isBlankRow, mergeIndex, valueAt } from './cells.ts';
import { discountScale } from './discount-column.ts';
import { type Field, type FieldKind, fields, type TableRole } from './fields.ts';
import type { RawTable } from './find-tables.ts';
import type { CellValue, Grid } from './grid.ts';
import { type RowIdentity, type SkippedRow, skipReason } from './row-kind.ts';
import { saidCurrency } from './said-currency.ts';
import type { FoundTable, MappedColumn, ParsedRow, ParsedTable, RowValues, UnreadableCell } from './table.ts';
import { type ColumnContext, type RatioScale, readCell } from './values/cell.ts';
import { dayOrderOf } from './values/date.ts';

interface ReadColumn extends ColumnContext {
  readonly column: number;
}

/** The rows of a table that say something, and those passed over; blank rows and repeated headers are neither. */
export function parseRows<Role extends TableRole>(
  grid: Grid,
  raw: RawTable,
  table: FoundTable<Role>,
): Pick<ParsedTable<Role>, 'rows' | 'skipped'> {
  const { area } = table;
  const columns = table.columns.filter(({ field }) => field !== null).map((column) => contextOf(grid, table, column));
  const merges = mergeIndex(
    grid.merges?.filter((merge) => merge.bottom > merge.top),
    area,
  );
  const hidden = new Set(grid.hiddenRows);
  const sums = runningSums(columns);
  const currencyOf = saidCurrency(grid, table);
  const contents = (row: number, fields: readonly string[]): CellValue[] =>
    columns.filter(({ field }) => fields.includes(field)).map(({ column }) => valueAt(grid, row, column));
  const identity = (row: number): RowIdentity => ({
    orders: contents(row, ['orderKey', 'poNumber']),
    items: contents(row, ['itemCode', 'barcode', 'itemName', 'customerItemCode']),
    remarks: contents(row, ['remark']),
  });
  const rows: ParsedRow<Role>[] = [];
  const skipped: SkippedRow[] = [];
  for (let row = raw.header.bottom + 1; row <= area.bottom; row++) {
    if (raw.repeatedHeaders.has(row) || isBlankRow(grid, row, area.left, area.right)) continue;
    const cells = (grid.values[row - grid.row] ?? []).slice(area.left - grid.column, area.right - grid.column + 1);
    const because = skipReason(cells, () => identity(row)) ?? (sums.isTotal(cells, area.left) ? 'total' : null);
    if (because !== null) {
      skipped.push({ row, because });
      continue;
    }
    const { values, unreadable } = readRow(grid, row, columns, (column) => merges.get(`${row},${column}`)?.top ?? row);
    if (Object.keys(values).length === 0 && unreadable.length === 0) continue;
    const currency = 'currency' in fields[table.role] && values.currency === undefined ? currencyOf(row) : null;
    rows.push({
      ...(table.file !== undefined && { file: table.file }),
      sheet: table.sheet,
      row,
      values: (currency === null ? values : { ...values, currency }) as RowValues<Role>,
      unreadable,
      hidden: hidden.has(row),
    });
  }
  return { rows, skipped };
}

/**
 * Recognises totals without a word: a row of nothing but numbers under quantities and money, of which one is the sum of what
 * stands above it.
 */
function runningSums(columns: readonly ReadColumn[]) {
  const summed = columns.filter(({ kind }) => kind === 'quantity' || kind === 'money').map(({ column }) => column);
  const named = new Set(columns.map(({ column }) => column).filter((column) => !summed.includes(column)));
  const sums = new Map(summed.map((column) => [column, { total: 0, rows: 0 }]));
  return {
    isTotal(cells: readonly CellValue[], left: number): boolean {
      let plain = true;
      let equal = false;
      for (const [at, content] of cells.entries()) {
        if (isBlank(content)) continue;
        const sum = sums.get(left + at);
        if (typeof content !== 'number' || named.has(left + at)) plain = false;
        else if (sum && sum.rows > 1 && Math.abs(sum.total - content) < 0.005) equal = true;
      }
      if (plain && equal) return true;
      for (const [at, content] of cells.entries()) {
        const sum = sums.get(left + at);
        if (!sum || typeof content !== 'number') continue;
        sum.total += content;
        sum.rows++;
      }
      return false;
    },
  };
}

/** @param sourceRow where a column's cell is read: the top of a merge that covers several rows */
function readRow(grid: Grid, row: number, columns: readonly ReadColumn[], sourceRow: (column: number) => number) {
  const values: Record<string, string | boolean> = {};
  const unreadable: UnreadableCell[] = [];
  for (const column of columns) {
    // A merged number stands once: filled down it would count as often as it has rows.
    const counted = column.kind === 'quantity' || column.field === 'amount';
    const cell = cellAt(grid, counted ? row : sourceRow(column.column), column.column);
    const reading = readCell(cell, column);
    if (reading.kind === 'value') values[column.field] = reading.value;
    if (reading.kind === 'unreadable')
      unreadable.push({
        field: column.field,
        column: column.column,
        kind: column.kind,
        raw: cell.value === null ? (cell.formula ?? '') : String(cell.value),
        problem: reading.problem,
      });
  }
  return { values, unreadable };
}

function contextOf<Role extends TableRole>(
  grid: Grid,
  table: FoundTable<Role>,
  { column, field, unit }: MappedColumn<Role>,
): ReadColumn {
  const { role, area, headerRow } = table;
  const name = field as Field<Role>;
  const kind = (fields[role] as Readonly<Record<string, FieldKind>>)[name] ?? 'text';
  const contents = function* () {
    for (let row = headerRow + 1; row <= area.bottom; row++) yield valueAt(grid, row, column);
  };
  const texts = function* () {
    for (const content of contents()) if (typeof content === 'string' && !isBlank(content)) yield content;
  };
  const ratioScale = (): RatioScale | 'unclear' => {
    if (name === 'discount') return discountScale(grid, table);
    const large = [...contents()].some((content) => typeof content === 'number' && Math.abs(content) > 1);
    return unit === '%' || large ? percentRatio : plainRatio;
  };
  return {
    column,
    field: name,
    kind,
    date1904: grid.date1904 ?? false,
    dayOrder: kind === 'date' ? dayOrderOf(texts()) : null,
    scale: kind === 'money' ? scaleOf(unit) : null,
    ratio: kind === 'ratio' ? ratioScale() : plainRatio,
  };
}

const plainRatio: RatioScale = { divisor: '1' as Decimal, paid: false };
/** 13 for 13 %. */
const percentRatio: RatioScale = { divisor: '100' as Decimal, paid: false };

const scaleOf = (unit: string | undefined): Decimal | null =>
  (unit?.startsWith('万') ? '10000' : unit?.startsWith('千') ? '1000' : null) as Decimal | null;
