/**
 * Exact arithmetic on decimal texts as whole numbers of 10⁻ⁿ. A sheet's numbers nearly always fit into what a float holds
 * exactly; then this is many times faster than a library of any precision, and where they don't it says so with null and the
 * library does it (decimal.ts). Sums and products of whole numbers below 2⁵³ are exact, and a result that isn't below it
 * shows that it isn't.
 */

const tens = Array.from({ length: 21 }, (_, power) => 10 ** power);
const ten = (power: number): number => tens[power] as number;

/** How many decimals a canonical text has. */
export function placesOf(decimal: string): number {
  const point = decimal.indexOf('.');
  return point < 0 ? 0 : decimal.length - point - 1;
}

/** A whole number from a float's nearest is exact as long as the float errs by less than half of one. */
const exactBelow = 2 ** 51;

/** The digits without the point, as a number. */
function unitsOf(decimal: string, places: number): number {
  if (places === 0) return Number(decimal);
  const units = Math.round(Number(decimal) * (tens[places] ?? Number.NaN));
  return Math.abs(units) < exactBelow ? units : Number(decimal.replace('.', ''));
}

/** Canonical text of `units` × 10^-places; null when the float may not be exact. */
function textOf(units: number, places: number): string | null {
  if (!Number.isSafeInteger(units)) return null;
  if (units === 0) return '0';
  if (places === 0) return String(units);
  const digits = String(Math.abs(units)).padStart(places + 1, '0');
  const point = digits.length - places;
  let end = digits.length;
  while (end > point && digits[end - 1] === '0') end--;
  const sign = units < 0 ? '-' : '';
  return sign + digits.slice(0, point) + (end > point ? `.${digits.slice(point, end)}` : '');
}

/** a + sign × b. */
export function plus(a: string, b: string, sign: 1 | -1): string | null {
  const own = placesOf(a);
  const other = placesOf(b);
  const places = Math.max(own, other);
  if (places > 10) return null;
  const x = unitsOf(a, own) * ten(places - own);
  const y = unitsOf(b, other) * ten(places - other);
  return Number.isSafeInteger(x) && Number.isSafeInteger(y) ? textOf(x + sign * y, places) : null;
}

export function times(a: string, b: string): string | null {
  const own = placesOf(a);
  const other = placesOf(b);
  const x = unitsOf(a, own);
  const y = unitsOf(b, other);
  return Number.isSafeInteger(x) && Number.isSafeInteger(y) ? textOf(x * y, own + other) : null;
}

/** To so many decimals, half away from zero (四舍五入). */
export function rounded(a: string, places: number): string | null {
  const own = placesOf(a);
  if (own <= places) return a;
  const units = unitsOf(a, own);
  const unit = ten(own - places);
  if (!Number.isSafeInteger(units) || unit === undefined) return null;
  const size = Math.abs(units);
  const rest = size % unit;
  const whole = (size - rest) / unit + (rest * 2 >= unit ? 1 : 0);
  return textOf(units < 0 ? -whole : whole, places);
}

/** a ÷ b to so many decimals, half away from zero. The dividend outgrows a float, so this one counts in bigints. */
export function over(a: string, b: string, places: number): string {
  const shift = places + placesOf(b) - placesOf(a);
  const [dividend, divisor] = [BigInt(a.replace('.', '')), BigInt(b.replace('.', ''))];
  const x = shift > 0 ? dividend * 10n ** BigInt(shift) : dividend;
  const y = shift < 0 ? divisor * 10n ** BigInt(-shift) : divisor;
  const isNegative = x < 0n !== y < 0n;
  const [above, below] = [x < 0n ? -x : x, y < 0n ? -y : y];
  const whole = above / below + ((above % below) * 2n >= below ? 1n : 0n);
  if (whole === 0n) return '0';
  const digits = String(whole).padStart(places + 1, '0');
  const point = digits.length - places;
  const decimals = digits.slice(point).replace(/0+$/, '');
  return (isNegative ? '-' : '') + digits.slice(0, point) + (decimals === '' ? '' : `.${decimals}`);
}
