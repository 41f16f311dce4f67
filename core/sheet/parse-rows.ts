import type { PlainDate } from '../value/date.ts';
import { type Cell, cellAt, isBlankRow, mergeIndex } from './cells.ts';
import { fields, type TableRole } from './fields.ts';
import type { RawTable } from './find-tables.ts';
import type { Grid } from './grid.ts';
import { withHeads } from './read-heads.ts';
import { readRow } from './read-row.ts';
import type { SkippedRow } from './row-kind.ts';
import { saidCurrency } from './said-currency.ts';
import type { FoundTable, ParsedRow, RowValues, SaidHead } from './table.ts';
import { type ReadColumn, readColumns } from './values/column-context.ts';

/**
 * The rows of a table that say something; blank rows, repeated headers and those passed over don't.
 * @param skipped totals and the like (passed-over.ts)
 */
export function parseRows<Role extends TableRole>(
  grid: Grid,
  raw: RawTable,
  table: FoundTable<Role>,
  skipped: readonly SkippedRow[],
): readonly ParsedRow<Role>[] {
  const { area } = table;
  const columns = readColumns(grid, table, raw.title);
  const merges = mergeIndex(
    grid.merges?.filter((merge) => merge.bottom > merge.top),
    area,
  );
  const hidden = new Set(grid.hiddenRows);
  const passedOver = new Set(skipped.map(({ row }) => row));
  const currencyOf = saidCurrency(grid, table);
  const rows: ParsedRow<Role>[] = [];
  const heads = table.heads ?? [];
  let orderedOn: PlainDate | null = null;
  for (let row = raw.header.bottom + 1; row <= area.bottom; row++) {
    if (raw.repeatedHeaders.has(row) || passedOver.has(row) || isBlankRow(grid, row, area.left, area.right)) continue;
    const cellIn = ({ column, kind, field }: ReadColumn): Cell => {
      // A merged number stands once: filled down it would count as often as it has rows.
      const isCounted = merges.size === 0 || kind === 'quantity' || field === 'amount';
      return cellAt(grid, isCounted ? row : (merges.get(`${row},${column}`)?.top ?? row), column);
    };
    const own = readRow(columns, cellIn, headDate(heads, row) ?? orderedOn);
    if (!own) continue;
    orderedOn = (own.values.orderDate as PlainDate | undefined) ?? orderedOn;
    const { values, unreadable, said } = heads.length === 0 ? own : withHeads(own, row, heads);
    const currency = 'currency' in fields[table.role] && values.currency === undefined ? currencyOf(row) : null;
    rows.push({
      ...(table.file !== undefined && { file: table.file }),
      sheet: table.sheet,
      row,
      values: (currency === null ? values : { ...values, currency }) as RowValues<Role>,
      unreadable,
      ...(said && { said }),
      hidden: hidden.has(row),
    });
  }
  return rows;
}

/** The order date above the table, where its rows have none of their own. */
const headDate = (heads: readonly SaidHead[], row: number): PlainDate | null =>
  (heads.find(({ field, from, to }) => field === 'orderDate' && row >= from && row <= to)?.value as
    | PlainDate
    | undefined) ?? null;
