import type { RowValues } from '../../sheet/table.ts';
import { sameText } from '../../sheet/text.ts';
import { compare, type Decimal, zero } from '../../value/decimal.ts';
import { currencyCode } from '../currency.ts';
import type { BookSource, Item, ListPrice, PriceBook } from '../knowledge.ts';
import { file } from '../match.ts';

type PriceRow = RowValues<'prices'>;

/**
 * Rows of price tables as a book: several rows of one item are its quantity breaks, class prices and validities.
 * @param usualCurrency of rows that name none
 */
export function priceBookOf(rows: readonly PriceRow[], source: BookSource, usualCurrency: string): PriceBook {
  const currencies = new Set(rows.map((row) => currencyOf(row, usualCurrency)));
  const currency = currencies.size === 1 ? ([...currencies][0] ?? usualCurrency) : usualCurrency;
  const byCode = new Map<string, PriceRow[][]>();
  for (const row of rows) {
    const code = row.itemCode ?? row.barcode ?? row.itemName;
    if (!code) continue;
    const key = sameText(code);
    const same = byCode.get(key)?.find((group) => group.every((other) => isSameItem(other, row)));
    if (same) same.push(row);
    else file(byCode, key, [row]);
  }
  return {
    source,
    currency,
    items: [...byCode.values()].flat().map((group) => itemOf(group, currency, usualCurrency)),
  };
}

/** One code for two things: a box and a bag, two sizes. An empty cell says nothing against it. */
const isSameItem = (a: PriceRow, b: PriceRow): boolean =>
  (['unit', 'specification'] as const).every((field) => {
    const [one, other] = [a[field], b[field]];
    return !one || !other || sameText(one) === sameText(other);
  });

const currencyOf = ({ currency }: PriceRow, usual: string): string =>
  currency ? currencyCode(currency, usual) : usual;

function itemOf(rows: readonly PriceRow[], bookCurrency: string, usualCurrency: string): Item {
  const first = <Name extends keyof PriceRow>(name: Name): PriceRow[Name] | undefined =>
    rows.find((row) => row[name] !== undefined)?.[name];
  const code = first('itemCode') ?? first('barcode') ?? first('itemName') ?? '';
  const [barcode, name, specification, unit] = [
    first('barcode'),
    first('itemName'),
    first('specification'),
    first('unit'),
  ];
  return {
    code,
    ...(barcode && { barcode }),
    ...(name && { name }),
    ...(specification && { specification }),
    ...(unit && { unit }),
    discontinued: rows.some((row) => row.discontinued),
    prices: rows
      .flatMap((row) => pricesOf(row, bookCurrency, usualCurrency))
      .sort((a, b) => compare(a.minimumQuantity, b.minimumQuantity)),
  };
}

function pricesOf(row: PriceRow, bookCurrency: string, usualCurrency: string): ListPrice[] {
  if (row.listPrice === undefined) return [];
  const currency = currencyOf(row, usualCurrency);
  const minimumQuantity: Decimal = row.minimumQuantity ?? zero;
  return [
    {
      price: row.listPrice,
      minimumQuantity,
      ...(row.customerClass && { customerClass: row.customerClass }),
      ...(currency !== bookCurrency && { currency }),
      ...(row.validFrom && { validFrom: row.validFrom }),
      ...(row.validTo && { validTo: row.validTo }),
    },
  ];
}
