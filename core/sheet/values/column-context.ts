import { type PlainDate, parseDate } from '../../value/date.ts';
import type { Decimal } from '../../value/decimal.ts';
import { cellAt, isBlank, valueAt } from '../cells.ts';
import { discountsIn } from '../discount-column.ts';
import { type Field, type FieldKind, fields, type TableRole } from '../fields.ts';
import type { CellValue, Grid } from '../grid.ts';
import type { FoundTable, MappedColumn } from '../table.ts';
import type { ColumnContext } from './cell.ts';
import { dateOfNumber } from './date.ts';
import { anyOrder, dateColumnOf, type SheetDates } from './date-column.ts';
import { typedDate } from './date-shapes.ts';
import { decimalMarkOf } from './decimal-mark.ts';
import { isPercentFormat, type RatioScale } from './ratio.ts';
import { titleMonths } from './title-months.ts';

/** A column to read, and all it says about reading its cells. */
export interface ReadColumn extends ColumnContext {
  readonly column: number;
}

/**
 * Decides once for each understood column what single cells leave open: the order of day and month, the decimal mark, the
 * size of its unit, what the numbers of a discount mean.
 * @param title words over the table: 2026年3月订单 gives dates their year
 */
export function readColumns<Role extends TableRole>(
  grid: Grid,
  table: FoundTable<Role>,
  title: string,
): readonly ReadColumn[] {
  const dates = datesOf(grid, table, `${grid.sheet} ${title}`);
  return table.columns.flatMap((column) =>
    column.field === null ? [] : [contextOf(grid, table, { ...column, field: column.field }, dates)],
  );
}

/**
 * How a cell beside an order table is read that speaks of one of its fields (客户：…, 交货日期：…).
 * @param dateTexts all dates of such cells: one hand wrote them
 */
export function contextOfHead(
  grid: Grid,
  table: FoundTable<'orders'>,
  title: string,
  field: Field<'orders'>,
  dateTexts: readonly string[],
): ColumnContext {
  const kind = kindOf('orders', field);
  const sheet = datesOf(grid, table, `${grid.sheet} ${title}`);
  const dates = kind === 'date' ? dateColumnOf(dateTexts, { ...sheet, month: null }) : anyOrder;
  return { field, kind, date1904: grid.date1904 ?? false, dates, mark: null, scale: null, ratio: plainRatio };
}

function contextOf<Role extends TableRole>(
  grid: Grid,
  table: FoundTable<Role>,
  { column, field, heading, unit }: MappedColumn<Role> & { readonly field: Field<Role> },
  sheet: SheetDates,
): ReadColumn {
  const kind = kindOf(table.role, field);
  const numeric = kind === 'quantity' || kind === 'money' || kind === 'ratio';
  // Only what follows an order can't lie before it.
  const own = follows.has(field) ? sheet : { ...sheet, month: null };
  return {
    column,
    field,
    kind,
    date1904: grid.date1904 ?? false,
    dates:
      kind === 'date'
        ? dateColumnOf(dateTexts(grid, table, column), own, () => datesIn(grid, table, column))
        : anyOrder,
    mark: numeric ? decimalMarkOf(contentsOf(grid, table, column), heading) : null,
    scale: kind === 'money' ? scaleOf(unit) : null,
    ...(kind === 'ratio' ? ratios(grid, table, column, field, unit) : { ratio: plainRatio }),
    ...(kind === 'flag' && state.test(heading) && { asksState: true }),
  };
}

/** 状态 of an item or a customer. */
const state = /[状狀][态態]|status/i;

const follows: ReadonlySet<string> = new Set(['dueDate', 'agreedArrival', 'shippedDate']);
/** Is this a date that lies on or after the row's order date? */
export const followsOrder = ({ field }: ColumnContext): boolean => follows.has(field);

const kindOf = (role: TableRole, field: string): FieldKind =>
  (fields[role] as Readonly<Record<string, FieldKind>>)[field] ?? 'text';

function* cellsOf(grid: Grid, { headerRow, area }: FoundTable, column: number) {
  for (let row = headerRow + 1; row <= area.bottom; row++) yield cellAt(grid, row, column);
}
function* contentsOf(grid: Grid, { headerRow, area }: FoundTable, column: number): Iterable<CellValue> {
  for (let row = headerRow + 1; row <= area.bottom; row++) yield valueAt(grid, row, column);
}
/** Numbers may be dates typed without separators: 260305. */
function* dateTexts(grid: Grid, table: FoundTable, column: number): Iterable<string> {
  for (const { value, format } of cellsOf(grid, table, column)) {
    if (typeof value === 'string' && !isBlank(value)) yield value;
    if (typeof value === 'number' && format === null && value >= 100_000) yield String(value);
  }
}

function datesOf(grid: Grid, table: FoundTable, title: string): SheetDates {
  const months = titleMonths(title);
  const named = new Set(
    months.map(({ year, month }) => month && parseDate(`${year}-${String(month).padStart(2, '0')}-01`)),
  );
  const [month = null] = named.size === 1 ? named : [];
  let years: ReadonlySet<number> | null = null;
  return {
    years: () => (years ??= new Set([...months.map(({ year }) => year), ...orderYears(grid, table)])),
    month: month as PlainDate | null,
  };
}

/** Of the order dates that name their year. */
function* orderYears(grid: Grid, table: FoundTable): Iterable<number> {
  const column = table.columns.find(({ field }) => field === 'orderDate')?.column;
  if (column === undefined) return;
  for (const text of dateTexts(grid, table, column)) {
    const typed = typedDate(text);
    if (typed.kind === 'day' && typed.day.year !== null) yield typed.day.year;
  }
  for (const date of datesIn(grid, table, column)) yield Number(date.slice(0, 4));
}

/** The cells of a column that hold dates, not texts. */
function* datesIn(grid: Grid, table: FoundTable, column: number): Iterable<PlainDate> {
  for (const { value, format } of cellsOf(grid, table, column)) {
    const date = typeof value === 'number' ? dateOfNumber(value, format, grid.date1904 ?? false) : null;
    if (date?.kind === 'value') yield date.value;
  }
}

function ratios(
  grid: Grid,
  table: FoundTable,
  column: number,
  field: string,
  unit: string | undefined,
): Pick<ColumnContext, 'provenRatios' | 'ratio'> {
  if (field !== 'discount') return { ratio: ratioScale(grid, table, column, unit) };
  const { usual, proven } = discountsIn(grid, table);
  return { ratio: usual, provenRatios: proven };
}

function ratioScale(grid: Grid, table: FoundTable, column: number, unit: string | undefined): RatioScale {
  if (unit === '%') return percentRatio;
  for (const { value, format } of cellsOf(grid, table, column))
    if (typeof value === 'number' && Math.abs(value) > 1 && !isPercentFormat(format)) return percentRatio;
  return plainRatio;
}

const plainRatio: RatioScale = { divisor: '1' as Decimal, paid: false };
/** 13 for 13 %. */
const percentRatio: RatioScale = { divisor: '100' as Decimal, paid: false };

/** 万元, 千元 in the heading. */
const scaleOf = (unit: string | undefined): Decimal | null =>
  (unit?.startsWith('万') ? '10000' : unit?.startsWith('千') ? '1000' : null) as Decimal | null;
