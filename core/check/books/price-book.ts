import { classPrices } from '../../sheet/fields.ts';
import { headingParts } from '../../sheet/headings.ts';
import { fieldColumns } from '../../sheet/map-columns.ts';
import type { FoundTable, ParsedTable } from '../../sheet/table.ts';
import { compare, type Decimal, zero } from '../../value/decimal.ts';
import { currencyCode } from '../currency.ts';
import type { BookSource, ListPrice, PriceBook } from '../knowledge.ts';
import { itemOf } from './item-of-rows.ts';
import { itemsOfRows, type PriceRow, type PriceTerms } from './items-of-rows.ts';

type PriceTable = ParsedTable<'prices'>;

/**
 * Price tables as a book: several rows of one item are its quantity breaks, class prices and validities.
 * @param usualCurrency of rows that name none
 */
export function priceBookOf(tables: readonly PriceTable[], source: BookSource, usualCurrency: string): PriceBook {
  const rows = tables.flatMap(({ table, rows }) => {
    const terms = termsOf(table);
    return rows.map(({ values }) => ({ ...values, terms }));
  });
  const currencyOf = ({ currency }: PriceRow): string =>
    currency ? currencyCode(currency, usualCurrency) : usualCurrency;
  const [currency = usualCurrency, another] = new Set(rows.map(currencyOf));
  const bookCurrency = another === undefined ? currency : usualCurrency;
  const items = itemsOfRows(rows).map(({ code, rows: group }) => {
    const breaks = hasBreaks(group);
    const prices = group.flatMap((row) => pricesOf(row, breaks, foreign(currencyOf(row), bookCurrency)));
    return { ...itemOf(code, group), prices: distinct(prices).sort(byQuantity) };
  });
  return { source, currency: bookCurrency, ...taxOf(tables), items };
}

const foreign = (currency: string, bookCurrency: string): Pick<ListPrice, 'currency'> =>
  currency === bookCurrency ? {} : { currency };

/** Without tax only when every list of the book says so: a book has prices of one kind. */
function taxOf(tables: readonly PriceTable[]): Pick<PriceBook, 'tax'> {
  const lists = tables.flatMap(({ table }) => table.columns.filter(({ field }) => field === 'listPrice'));
  return lists.length > 0 && lists.every(({ tax }) => tax === 'excluded') ? { tax: 'excluded' } : {};
}

function termsOf({ columns }: FoundTable<'prices'>): PriceTerms {
  const at = fieldColumns(columns);
  const general = mayBeGeneral.find((field) => at[field] !== undefined) ?? 'listPrice';
  const classIn = (field: (typeof classPrices)[number]): string =>
    headingParts(columns.find((column) => column.field === field)?.heading ?? '').key.replace(priceWord, '');
  const classes = classPrices
    .filter((field) => at[field] !== undefined)
    .map((field) => [field, classIn(field)] as const);
  // Alone it is everybody's; beside others it is its own class's as well.
  return { general, classes: classes.length === 1 && classes[0]?.[0] === general ? [] : classes };
}

/** A grade's price is never everybody's. */
const mayBeGeneral = ['listPrice', 'wholesalePrice', 'dealerPrice', 'memberPrice'] as const;
const priceWord = /^price(?:level)?(?=.)|(?:单|售)?价格?$|prices?$/;

/**
 * Several rows that differ in the least one may order (起订量) and in price are quantity breaks, whatever the heading says;
 * in one row, or at one price, it is the least one may order.
 */
function hasBreaks(all: readonly PriceRow[]): boolean {
  // A row without a price and without a quantity is no break.
  const rows = all.filter((row) => row[row.terms.general] !== undefined || row.minimumOrder !== undefined);
  const minimums = new Set(rows.map(({ minimumOrder }) => minimumOrder ?? zero));
  const prices = new Set(rows.map((row) => row[row.terms.general]));
  return minimums.size > 1 && prices.size > 1 && all.every(({ minimumQuantity }) => minimumQuantity === undefined);
}

function pricesOf(row: PriceRow, breaks: boolean, currency: Pick<ListPrice, 'currency'>): ListPrice[] {
  const { terms, promotionPrice, customerClass } = row;
  const from = row.minimumQuantity ?? (breaks ? row.minimumOrder : undefined) ?? zero;
  const validity = { ...(row.validFrom && { validFrom: row.validFrom }), ...(row.validTo && { validTo: row.validTo }) };
  // Beside a promotion the dates are the promotion's.
  const usual = { minimumQuantity: from, ...currency, ...(promotionPrice === undefined && validity) };
  const price = (of: Decimal | undefined, more: Partial<ListPrice>): ListPrice[] =>
    of === undefined ? [] : [{ price: of, ...usual, ...more }];
  const ofClass = (name: string | undefined) => (name ? { customerClass: name } : {});
  return [
    ...price(row[terms.general], ofClass(customerClass)),
    ...terms.classes.flatMap(([field, name]) => price(row[field], ofClass(name))),
    ...price(promotionPrice, { ...ofClass(customerClass), ...validity, promotion: true }),
  ];
}

/** A ledger repeats its list price in every row. */
function distinct(prices: ListPrice[]): ListPrice[] {
  if (prices.length < 2) return prices;
  const seen = new Map(prices.map((price) => [JSON.stringify(price), price]));
  return [...seen.values()];
}

const byQuantity = (a: ListPrice, b: ListPrice): number => compare(a.minimumQuantity, b.minimumQuantity);
