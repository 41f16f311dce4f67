import type { Listed, PriceList } from './books.ts';
import type { OrderRow } from './order-row.ts';
import { same } from './reading.ts';

/** Which item of the price list a row means. */
export type Meant =
  | { readonly kind: 'one'; readonly rows: readonly Listed[]; readonly by: string }
  /** Code and barcode are two different things. */
  | { readonly kind: 'contradiction'; readonly rows: readonly Listed[]; readonly by: string }
  | { readonly kind: 'several'; readonly rows: readonly Listed[]; readonly by: string }
  | { readonly kind: 'none'; readonly by: string }
  | { readonly kind: 'unnamed' };

/**
 * Looks the row up as a clerk would: by its code; where the list has several sizes under it, by the barcode, then the size, then
 * the name. Without a code by the barcode.
 */
export function meant({ text }: OrderRow, list: PriceList): Meant {
  const [code, barcode] = [same(text.code ?? ''), same(text.barcode ?? '')];
  if (!code && !barcode) return { kind: 'unnamed' };
  const byBarcode = barcode ? (list.byBarcode.get(barcode) ?? []) : [];
  if (!code) return among(byBarcode, text, `barcode ${text.barcode}`);
  // Under the heading of codes may stand a barcode.
  const byCode = list.byCode.get(code) ?? list.byBarcode.get(code) ?? [];
  if (byCode.length === 0 || byBarcode.length === 0) return among(byCode, text, `code ${text.code}`);
  const both = byCode.filter((row) => byBarcode.some((other) => isOneThing(row, other)));
  if (both.length > 0) return among(both, text, `code ${text.code} and barcode ${text.barcode}`);
  return { kind: 'contradiction', rows: [...byCode, ...byBarcode], by: `code ${text.code}, barcode ${text.barcode}` };
}

function among(rows: readonly Listed[], text: OrderRow['text'], by: string): Meant {
  if (rows.length === 0) return { kind: 'none', by };
  let left = rows;
  let how = by;
  for (const [word, of] of [
    ['size', (row: Listed) => row.size],
    ['name', (row: Listed) => row.name],
  ] as const) {
    const said = same(text[word] ?? '');
    if (isOne(left) || !said) continue;
    const agreeing = left.filter((row) => same(of(row)) === said);
    // A size that none of them has makes all of them doubtful: a clerk asks.
    if (agreeing.length === 0 && left.every((row) => of(row))) break;
    if (agreeing.length > 0) {
      left = agreeing;
      how += `, ${word} ${text[word]}`;
    }
  }
  return isOne(left) ? { kind: 'one', rows: left, by: how } : { kind: 'several', rows: left, by: how };
}

const isOne = ([first, ...others]: readonly Listed[]): boolean =>
  first !== undefined && others.every((row) => isOneThing(first, row));

/**
 * Two rows of the list are about one thing: one code, and one size, or one barcode where only one of them names a size. Quantity
 * breaks of an item are several such rows.
 */
const isOneThing = (a: Listed, b: Listed): boolean =>
  a === b ||
  (same(a.code) === same(b.code) &&
    (a.size && b.size ? same(a.size) === same(b.size) : same(a.barcode) === same(b.barcode)));
