import { valueAt } from './cells.ts';
import type { Grid } from './grid.ts';
import type { FoundTable } from './table.ts';

const marks =
  /us\$|hk\$|nt\$|(?<![a-z])(?:usd|eur|hkd|twd|ntd|jpy|gbp|rmb|cny)(?![a-z])|美元|美金|[欧歐]元|港[币幣元]|新?[台臺][币幣]|日[元圓]|英[镑鎊]|人民[币幣]|[¥$€£]/i;

/** Where a price is said; the price itself before the amount. */
const priced = ['unitPrice', 'listPrice', 'amount'];

/**
 * What a row says of its currency where no column does: with the price ("$3.45"), else in the heading over it ("Unit Price
 * (USD)"). As it is written there; which currency $ means depends on the house.
 */
export function saidCurrency(grid: Grid, { columns }: FoundTable): (row: number) => string | null {
  const money = priced.flatMap((name) => columns.filter(({ field }) => field === name));
  const inHeadings = first(money.map(({ heading }) => markIn(heading)));
  return (row) => first(money.map(({ column }) => markIn(valueAt(grid, row, column)))) ?? inHeadings;
}

const first = (found: readonly (string | null)[]): string | null => found.find((mark) => mark !== null) ?? null;

const markIn = (content: unknown): string | null =>
  typeof content === 'string' ? (marks.exec(content.normalize('NFKC'))?.[0] ?? null) : null;
