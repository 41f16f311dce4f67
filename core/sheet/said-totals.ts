import { add, type Decimal, subtract, zero } from '../value/decimal.ts';
import { valueAt } from './cells.ts';
import type { Grid } from './grid.ts';
import { fieldColumns } from './map-columns.ts';
import type { SaidTotal } from './parsed-order.ts';
import type { SkippedRow } from './row-kind.ts';
import type { FoundTable, ParsedRow, SaidTotalRow } from './table.ts';
import { foldTraditional } from './text.ts';
import { numberOf } from './values/digits.ts';
import { parseNumber } from './values/number.ts';

type TotalField = SaidTotal['field'];
const totalFields = ['amount', 'quantity'] as const satisfies readonly TotalField[];

/** A total row as it stands: what it calls itself, and its numbers. */
interface TotalRow {
  readonly row: number;
  readonly word: string;
  readonly values: { readonly [F in TotalField]?: Decimal };
}

/** Where a total may begin: at the first row, or after an earlier total; with what was summed up until there. */
interface Start {
  readonly from: number;
  readonly word: string;
  readonly sums: Readonly<Record<TotalField, Decimal>>;
}

const grand = /总计|总合计|总共|累计|全部|grand/i;

/**
 * The numbers in the total rows of an order table and the rows each sums up. A total begins where its number says so: at the
 * nearest place from which the rows add up to it. Where none does (that is what a check is for) its word decides: 总计 covers
 * everything, any other word what stands since the last total of that word; a first one begins at the first row, 小计 after
 * whatever total stands above.
 */
export function saidTotals(
  grid: Grid,
  { columns, headerRow }: FoundTable<'orders'>,
  rows: readonly ParsedRow<'orders'>[],
  skipped: readonly SkippedRow[],
): readonly SaidTotalRow[] {
  const at = fieldColumns(columns);
  const said: SaidTotalRow[] = [];
  const sums: Record<TotalField, Decimal> = { amount: zero, quantity: zero };
  const starts: Start[] = [{ from: headerRow + 1, word: '', sums: { ...sums } }];
  let read = 0;
  for (const { row, because } of skipped) {
    if (because !== 'total') continue;
    for (let next = rows[read]; next && next.row < row; next = rows[++read])
      for (const field of totalFields) sums[field] = add(sums[field], next.values[field] ?? zero);
    const total = totalIn(grid, row, at);
    const start = startOf(total, starts, sums);
    for (const field of totalFields) {
      const value = total.values[field];
      if (value !== undefined && start.from < row) said.push({ row, field, value, from: start.from, to: row - 1 });
    }
    starts.push({ from: row + 1, word: total.word, sums: { ...sums } });
  }
  return said;
}

function totalIn(grid: Grid, row: number, at: { readonly [F in TotalField]?: number }): TotalRow {
  const cells = grid.values[row - grid.row] ?? [];
  // 合 计 is spread over its cell with blanks; a single letter is no word.
  const words = cells.flatMap((content) => (typeof content === 'string' ? content.replace(/[\s\d:：]+/g, '') : []));
  const values: { [F in TotalField]?: Decimal } = {};
  for (const field of totalFields) {
    const column = at[field];
    const content = column === undefined ? null : valueAt(grid, row, column);
    const number = typeof content === 'number' ? numberOf(content) : parseNumber(String(content ?? ''));
    if (number.kind === 'value') values[field] = number.value;
  }
  return { row, word: foldTraditional(words.find((word) => /\p{L}{2}/u.test(word)) ?? ''), values };
}

function startOf({ word, values }: TotalRow, starts: readonly Start[], sums: Start['sums']): Start {
  const addsUp = (start: Start): boolean =>
    totalFields.some(
      (field) => values[field] !== undefined && subtract(sums[field], start.sums[field]) === values[field],
    );
  const first = starts[0] as Start;
  // Nearest first; a year of totals is looked through, a decade of daily ones not.
  const near = starts.slice(-mostStarts).reverse();
  const right = near.find(addsUp) ?? (addsUp(first) ? first : undefined);
  if (right) return right;
  if (grand.test(word)) return first;
  if (/小计|sub/i.test(word)) return near[0] ?? first;
  return starts.findLast((start) => start.word === word && start !== first) ?? first;
}

const mostStarts = 60;
