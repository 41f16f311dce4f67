import type { Field } from '../../sheet/fields.ts';
import type { Decimal } from '../../value/decimal.ts';
import { isZero } from '../../value/decimal.ts';
import type { Item, ListPrice, PriceBook, StockBook } from '../knowledge.ts';

/** A row of a book as a sheet holds it; numbers are numbers, days "2026-12-03". */
export type BookRow<Role extends 'prices' | 'stock'> = Readonly<Partial<Record<Field<Role>, string | number>>>;

/**
 * The rows that `priceBookOf` would read back as this book: one for each price of an item, and for whatever else it is called. Costs and floor prices stay out: a
 * workbook is sent on, and whoever has it would see them.
 * @param yes what a cell of a yes-or-no column says
 */
export const rowsOfPrices = (
  { items, currency }: PriceBook,
  { yes }: { readonly yes: string },
): readonly BookRow<'prices'>[] =>
  items.flatMap((item) => {
    const ofItem = itemCells(item, yes);
    const prices = item.prices.length > 0 ? item.prices : [undefined];
    return [
      ...prices.map((price) => ({ ...ofItem, ...(price && priceCells(price, currency)) })),
      ...furtherNames(item).map((named) => ({ ...ofItem, ...named })),
    ];
  });

/** What else the item is called: a row each, with no price. Another name stands by the first barcode, by which it is the same item. */
function furtherNames({ customerItemCodes = [], otherBarcodes = [], otherNames = [] }: Item): BookRow<'prices'>[] {
  return [
    ...customerItemCodes.slice(1).map((customerItemCode) => ({ customerItemCode })),
    ...otherBarcodes.map((barcode) => ({ barcode })),
    ...otherNames.map((itemName) => ({ itemName })),
  ];
}

function itemCells(item: Item, yes: string): BookRow<'prices'> {
  const { pack, substitutes, regions } = item;
  return present({
    itemCode: item.code,
    barcode: item.barcode,
    customerItemCode: item.customerItemCodes?.[0],
    itemName: item.name,
    specification: item.specification,
    color: item.color,
    material: item.material,
    brand: item.brand,
    category: item.category,
    unit: item.unit,
    packSize: numberOf(pack?.size),
    packUnit: pack?.unit,
    minimumOrder: numberOf(item.minimumOrder),
    orderMultiple: numberOf(item.orderMultiple),
    leadTimeDays: item.leadTimeDays,
    substitute: substitutes?.join('、'),
    region: regions?.join('、'),
    service: item.service ? yes : undefined,
    customMade: item.customMade ? yes : undefined,
    discontinued: item.discontinued ? yes : undefined,
  });
}

const priceCells = (price: ListPrice, bookCurrency: string): BookRow<'prices'> =>
  present({
    [price.promotion ? 'promotionPrice' : 'listPrice']: numberOf(price.price),
    minimumQuantity: isZero(price.minimumQuantity) ? undefined : numberOf(price.minimumQuantity),
    customerClass: price.customerClass,
    currency: price.currency ?? bookCurrency,
    validFrom: price.validFrom,
    validTo: price.validTo,
  });

/** The rows that `stockBookOf` would read back as this book. */
export const rowsOfStock = ({ lines }: StockBook): readonly BookRow<'stock'>[] =>
  lines.map((line) =>
    present({
      itemCode: line.itemCode,
      barcode: line.barcode,
      itemName: line.name,
      specification: line.specification,
      color: line.color,
      unit: line.unit,
      warehouse: line.warehouse,
      batch: line.batch,
      onHand: numberOf(line.onHand),
      inbound: isZero(line.inbound) ? undefined : numberOf(line.inbound),
      inboundDate: line.inboundDate,
    }),
  );

const numberOf = (value: Decimal | undefined): number | undefined => (value === undefined ? undefined : Number(value));

const present = <Cells extends object>(cells: Cells): { [Name in keyof Cells]?: Exclude<Cells[Name], undefined> } =>
  Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== undefined)) as never;
