import type { Decimal } from '../value/decimal.ts';
import { numberKey, type RatioScale } from './values/ratio.ts';

/** A row that has all four; a heuristic looks at them, so floats will do. `percent`: the discount shows its sign. */
export interface DiscountEvidence {
  readonly quantity: number;
  readonly price: number;
  readonly amount: number;
  readonly discount: number;
  readonly percent: boolean;
}

/** What a number may mean: what is granted or what is paid, as a share, in percent or in tenths (折). */
export const scales = {
  off: { divisor: '1' as Decimal, paid: false },
  offPercent: { divisor: '100' as Decimal, paid: false },
  paid: { divisor: '1' as Decimal, paid: true },
  paidPercent: { divisor: '100' as Decimal, paid: true },
  paidTenths: { divisor: '10' as Decimal, paid: true },
} as const satisfies Record<string, RatioScale>;

/** Is the row's amount quantity × price less its discount, read so? */
export const agrees = (row: DiscountEvidence, scale: RatioScale): boolean =>
  Math.abs(row.quantity * row.price * (1 - grantedBy(row, scale)) - row.amount) < 0.0051;

function grantedBy({ discount, percent }: DiscountEvidence, { divisor, paid }: RatioScale): number {
  const ratio = percent ? discount : discount / Number(divisor);
  return paid ? 1 - ratio : ratio;
}

/** Numbers of a column whose rows' amounts agree with one meaning only, and whether any agrees with the column's. */
interface ProvenDiscounts {
  readonly proven: ReadonlyMap<string, RatioScale>;
  readonly isUsual: boolean;
}

/**
 * What amounts prove of single numbers, where several people fill in one column: 0.95 and 8.5 with 5 % and 15 % off.
 * @param usual what the column means
 */
export function provenDiscounts(evidence: readonly DiscountEvidence[], usual: RatioScale | 'unclear'): ProvenDiscounts {
  const rows = new Map<string, DiscountEvidence[]>();
  for (const row of evidence) {
    const key = numberKey(row.discount, row.percent);
    rows.set(key, [...(rows.get(key) ?? []), row]);
  }
  const proven = new Map<string, RatioScale>();
  let isUsual = false;
  for (const [key, same] of rows) {
    const [first] = same;
    if (!first) continue;
    const isRight = (scale: RatioScale): boolean => same.every((row) => agrees(row, scale));
    if (usual !== 'unclear' && isRight(usual)) {
      isUsual = true;
      continue;
    }
    const right = possibleFor(first).filter(isRight);
    if (right[0] && new Set(right.map((scale) => grantedBy(first, scale))).size === 1) proven.set(key, right[0]);
  }
  return { proven, isUsual };
}

/** Who pays less than half wouldn't say what is paid: an amount of 10 % beside a 10 is the discount itself. */
function possibleFor({ discount, percent }: DiscountEvidence): readonly RatioScale[] {
  if (percent || Math.abs(discount) <= 1) return discount < 0.5 ? [scales.off] : [scales.off, scales.paid];
  if (discount <= 10) return [scales.offPercent, scales.paidTenths];
  return discount < 50 ? [scales.offPercent] : [scales.offPercent, scales.paidPercent];
}
