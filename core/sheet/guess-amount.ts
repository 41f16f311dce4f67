import type { Decimal } from '../value/decimal.ts';
import { compare, multiply, round } from '../value/decimal.ts';
import { valueAt } from './cells.ts';
import type { RawTable } from './find-tables.ts';
import type { CellValue, Grid } from './grid.ts';
import { fieldColumns } from './map-columns.ts';
import type { MappedColumn } from './table.ts';
import { numberOf, parseNumber } from './values/number.ts';
import type { Reading } from './values/reading.ts';

const read = (content: CellValue): Reading<Decimal> =>
  typeof content === 'number' ? numberOf(content) : parseNumber(typeof content === 'string' ? content : '');

/**
 * Offices leave the heading of the amount column empty. A column nobody understood is the amount when nearly every row of it
 * is quantity × price; the reason "content" shows it as a guess.
 */
export function guessAmount(
  grid: Grid,
  { area, header }: RawTable,
  columns: readonly MappedColumn<'orders'>[],
): readonly MappedColumn<'orders'>[] {
  const { quantity, unitPrice, amount } = fieldColumns(columns);
  if (quantity === undefined || unitPrice === undefined || amount !== undefined) return columns;
  const isProduct = (column: number): boolean => {
    let seen = 0;
    let right = 0;
    for (let row = header.bottom + 1; row <= area.bottom; row++) {
      const [a, b, c] = [quantity, unitPrice, column].map((at) => read(valueAt(grid, row, at)));
      if (a?.kind !== 'value' || b?.kind !== 'value' || c?.kind !== 'value') continue;
      seen++;
      if (compare(round(multiply(a.value, b.value), 2), round(c.value, 2)) === 0) right++;
    }
    return seen >= 2 && right * 10 >= seen * 8;
  };
  const guessed = columns.find(({ field, heading, column }) => field === null && heading === '' && isProduct(column));
  if (!guessed) return columns;
  return columns.map((column) =>
    column === guessed ? { ...column, field: 'amount', confidence: 0.6, reason: 'content' } : column,
  );
}
