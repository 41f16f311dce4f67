import { cellAt, valueAt } from './cells.ts';
import type { RawTable } from './find-tables.ts';
import type { CellValue, Grid } from './grid.ts';
import { fieldColumns } from './map-columns.ts';
import { agrees, type DiscountEvidence, provenDiscounts, scales } from './proven-discounts.ts';
import type { FoundTable, MappedColumn } from './table.ts';
import { foldTraditional } from './text.ts';
import { numberIn } from './values/number-in.ts';
import { isPercentFormat, parseDiscountWord, type RatioScale } from './values/ratio.ts';

/** What the numbers of a discount column mean, and which of them mean something else. */
interface DiscountReading {
  readonly usual: RatioScale | 'unclear';
  readonly proven: ReadonlyMap<string, RatioScale>;
}

/**
 * What the numbers of a discount column mean. 折扣 95, 0.95 and 9.5 name what is paid, 5 and 0.05 what is granted: the
 * amounts of the sheet decide where it has them, for the column or number by number; else heading and size of the numbers. 9.5
 * alone is never guessed, and what no amount proves in a column that others prove wrong isn't, either.
 */
export function discountsIn(grid: Grid, table: FoundTable): DiscountReading {
  const columns = fieldColumns(table.columns as readonly MappedColumn<'orders'>[]);
  const column = columns.discount;
  if (column === undefined) return { usual: scales.off, proven: new Map() };
  const { heading = '', unit } = table.columns.find((one) => one.column === column) ?? {};
  const numbers: number[] = [];
  const evidence: DiscountEvidence[] = [];
  for (let row = table.headerRow + 1; row <= table.area.bottom; row++) {
    const { value: content, format } = cellAt(grid, row, column);
    const discount = isDiscountWord(content) ? null : numberIn(content);
    if (discount === null || discount === 0) continue;
    const percent = typeof content === 'string' ? /%/.test(content.normalize('NFKC')) : isPercentFormat(format);
    if (!percent) numbers.push(discount);
    const at = (field: 'quantity' | 'unitPrice' | 'amount') =>
      columns[field] === undefined ? null : numberIn(valueAt(grid, row, columns[field]));
    const [quantity, price, amount] = [at('quantity'), at('unitPrice'), at('amount')];
    if (quantity !== null && price !== null && amount !== null)
      evidence.push({ quantity, price, amount, discount, percent });
  }
  const named = byHeading(heading, unit, numbers);
  const shown = byAmounts(possibleScales(unit, numbers), named, evidence);
  const usual = shown ?? named;
  const { proven, isUsual } = provenDiscounts(evidence, usual);
  return { usual: shown || isUsual || proven.size === 0 ? usual : 'unclear', proven };
}

const isLarge = (number: number): boolean => Math.abs(number) > 1;

function possibleScales(unit: string | undefined, numbers: readonly number[]): readonly RatioScale[] {
  if (unit !== '%' && !numbers.some(isLarge)) return [scales.off, scales.paid];
  const tenths = unit !== '%' && numbers.every((number) => number <= 10);
  return [scales.offPercent, scales.paidPercent, ...(tenths ? [scales.paidTenths] : [])];
}

/** Without amounts to go by. */
function byHeading(heading: string, unit: string | undefined, numbers: readonly number[]): RatioScale | 'unclear' {
  const named = foldTraditional(heading).includes('折') && numbers.length > 0;
  const all = (low: number, high: number): boolean => numbers.every((number) => number >= low && number <= high);
  if (unit !== '%' && !numbers.some(isLarge)) return named && all(0.5, 1) ? scales.paid : scales.off;
  if (!named) return scales.offPercent;
  if (all(50, 100)) return scales.paidPercent;
  return unit !== '%' && all(1, 10) ? 'unclear' : scales.offPercent;
}

/** The one that most amounts agree with, if nearly all do; several may (a half off is a half paid). */
function byAmounts(
  possible: readonly RatioScale[],
  usual: RatioScale | 'unclear',
  evidence: readonly DiscountEvidence[],
): RatioScale | null {
  const fits = (scale: RatioScale): number => evidence.filter((row) => agrees(row, scale)).length;
  const best = Math.max(...possible.map(fits));
  if (best === 0 || best * 10 < evidence.length * 8) return null;
  const right = possible.filter((scale) => fits(scale) === best);
  return right.find((scale) => scale === usual) ?? right[0] ?? null;
}

/** 9折 says itself what it means. */
const isDiscountWord = (content: CellValue): boolean =>
  typeof content === 'string' && parseDiscountWord(content) !== null;

const netPrice = /折后|折扣后|优惠后|折让后|净价|净单价|\bnet\b|after disc/i;

/**
 * 折后单价 has its discount already: the column of discounts beside it is then only said, and granting it again would be
 * wrong — unless most amounts show that it is granted on top.
 */
export function withoutGrantedDiscount(
  grid: Grid,
  { area, header }: RawTable,
  columns: readonly MappedColumn<'orders'>[],
): readonly MappedColumn<'orders'>[] {
  const { discount, quantity, unitPrice, amount } = fieldColumns(columns);
  const priced = columns.find(({ column }) => column === unitPrice);
  if (discount === undefined || !priced || !netPrice.test(foldTraditional(priced.heading))) return columns;
  let seen = 0;
  let net = 0;
  for (let row = header.bottom + 1; row <= area.bottom && quantity !== undefined && amount !== undefined; row++) {
    const [count, price, total] = [quantity, priced.column, amount].map((at) => numberIn(valueAt(grid, row, at)));
    if (count == null || price == null || total == null) continue;
    seen++;
    if (Math.abs(count * price - total) < 0.0051) net++;
  }
  if (net * 2 < seen) return columns;
  return columns.map((column) =>
    column.column === discount ? { ...column, field: null, confidence: 0, reason: 'unknown' } : column,
  );
}
