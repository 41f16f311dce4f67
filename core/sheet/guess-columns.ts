import { valueAt } from './cells.ts';
import type { RawTable } from './find-tables.ts';
import type { Grid } from './grid.ts';
import { fieldColumns } from './map-columns.ts';
import type { MappedColumn } from './table.ts';
import { numberIn } from './values/number-in.ts';

type Columns = readonly MappedColumn<'orders'>[];
interface Guess {
  readonly field: 'amount' | 'packSize';
  readonly column: number;
}

/**
 * Offices leave the heading of the amount column empty, and one-sheet offices count in packs. A column nobody understood is
 * the amount when nearly every row of it is quantity × price, or quantity × pack × price; and the pack when that makes the
 * amounts right. The reason "content" shows it as a guess; what a person said of a column is never guessed over.
 */
export function guessColumns(grid: Grid, table: RawTable, columns: Columns): Columns {
  const { quantity, unitPrice, packSize, amount } = fieldColumns(columns);
  if (quantity === undefined || unitPrice === undefined) return columns;
  const free = columns.filter(({ field, reason }) => field === null && reason !== 'user').map(({ column }) => column);
  const unheaded = columns
    .filter(({ heading, column }) => heading === '' && free.includes(column))
    .map(({ column }) => column);
  const fits = (total: number, pack?: number): boolean =>
    isProduct(grid, table, pack === undefined ? [quantity, unitPrice] : [quantity, unitPrice, pack], total);
  const guess = (): readonly Guess[] => {
    for (const total of amount === undefined ? unheaded : [amount]) {
      const found: readonly Guess[] = amount === undefined ? [{ field: 'amount', column: total }] : [];
      if (fits(total) || (packSize !== undefined && fits(total, packSize))) return found;
      const tried = packSize === undefined ? free.filter((one) => one !== total).slice(0, mostTried) : [];
      const pack = tried.find((one) => fits(total, one) && holdsPacks(grid, table, one));
      if (pack !== undefined) return [...found, { field: 'packSize', column: pack }];
    }
    return [];
  };
  const guessed = new Map(guess().map(({ field, column }) => [column, field]));
  return columns.map((column): MappedColumn<'orders'> => {
    const field = guessed.get(column.column);
    return field ? { ...column, field, confidence: 0.6, reason: 'content' } : column;
  });
}

/** Columns tried as the pack, and rows looked at: a sheet may have 16,384 of the one and a million of the other. */
const mostTried = 30;
const mostRows = 200;

/** At least two rows, and four of five, say that the factors multiply to the total. A heuristic: floats will do. */
function isProduct(grid: Grid, { area, header }: RawTable, factors: readonly number[], total: number): boolean {
  let seen = 0;
  let right = 0;
  const last = Math.min(area.bottom, header.bottom + mostRows);
  for (let row = header.bottom + 1; row <= last; row++) {
    const expected = factors.map((column) => numberIn(valueAt(grid, row, column)));
    const said = numberIn(valueAt(grid, row, total));
    if (said === null || expected.includes(null)) continue;
    seen++;
    const product = expected.reduce<number>((result, factor) => result * (factor ?? 0), 1);
    if (Math.abs(product - said) < 0.0051) right++;
  }
  return seen >= 2 && right * 10 >= seen * 8;
}

/** Whole numbers: 0.95 would be a share of the price, 7.1 a rate of exchange. */
function holdsPacks(grid: Grid, { area, header }: RawTable, column: number): boolean {
  const last = Math.min(area.bottom, header.bottom + mostRows);
  for (let row = header.bottom + 1; row <= last; row++) {
    const size = numberIn(valueAt(grid, row, column));
    if (size !== null && (size < 1 || !Number.isInteger(size))) return false;
  }
  return true;
}
