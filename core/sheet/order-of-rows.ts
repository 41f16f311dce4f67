import { itemDetails, itemFields } from './fields.ts';
import type { ParsedLine, ParsedOrder } from './parsed-order.ts';
import { type Customer, differ, isNamed, type PlacedRow, shown } from './place-rows.ts';
import { isGiftName, isGiftWord } from './said-gift.ts';
import type { ParsedRow, RowValues } from './table.ts';
import { sameText } from './text.ts';

type Values = RowValues<'orders'>;

/** What a row says of its whole order: the first row that says it holds. */
export const fieldsOfOrder = [
  'contact',
  'phone',
  'address',
  'poNumber',
  'currency',
  'orderDate',
  'paymentTerms',
  'deliveryMethod',
  'salesperson',
  'region',
  'priority',
] as const satisfies readonly (keyof Values & keyof ParsedOrder)[];

/** What it says of itself. */
export const fieldsOfLine = [
  ...itemFields,
  ...itemDetails,
  'unit',
  'packSize',
  'packs',
  'warehouse',
  'batch',
  'quantity',
  'shippedQuantity',
  'openQuantity',
  'unitPrice',
  'discount',
  'amount',
  'taxRate',
  'agreedArrival',
  'shippedDate',
  'gift',
  'specialRequirements',
  'remark',
  'rowId',
] as const satisfies readonly (keyof Values & keyof ParsedLine)[];

type Headers = Partial<Pick<Values, (typeof fieldsOfOrder)[number]>>;

/** Rows of one order as that order. */
export function toOrder(rows: readonly PlacedRow[]): ParsedOrder {
  const customer = rows.find((placed) => isNamed(placed.customer))?.customer ?? {};
  const headers: Headers = {};
  for (const { row } of rows) copyMissing(headers, row.values, fieldsOfOrder);
  return {
    key: rows[0]?.key ?? null,
    customer,
    ...headers,
    lines: rows.map((placed) => toLine(placed, customer, headers)),
  };
}

function toLine(
  { table, row, customer: own, dueDate, unit }: PlacedRow,
  customer: Customer,
  { address, currency }: Headers,
): ParsedLine {
  const { values, unreadable, said, hidden } = row;
  const line: Mutable<ParsedLine> = { table, row: row.row };
  copyMissing(line, values, fieldsOfLine);
  if (dueDate !== undefined) line.dueDate = dueDate;
  else if (said?.openDate) line.dateOpen = true;
  if (line.gift === undefined && saysGift(row)) line.gift = true;
  const otherCustomer = differ(own, customer) ? shown(own) : undefined;
  if (otherCustomer !== undefined) line.otherCustomer = otherCustomer;
  if (values.address !== undefined && sameText(values.address) !== sameText(address ?? ''))
    line.address = values.address;
  if (values.currency !== undefined && values.currency !== currency) line.otherCurrency = values.currency;
  if (said?.quantityUnit !== undefined) line.quantityUnit = said.quantityUnit;
  if (said?.packs !== undefined) line.saidPacks = said.packs;
  if (unit !== undefined && line.unit === undefined && said?.quantityUnit === undefined) line.unit = unit;
  if (said?.priceUnit !== undefined) line.priceUnit = said.priceUnit;
  if (hidden) line.hidden = true;
  if (unreadable.length > 0) line.unreadable = unreadable;
  return line;
}

/** Without a column for it, the price, the remark or the name's own brackets say it. */
const saysGift = ({ values: { itemName, remark }, said }: ParsedRow<'orders'>): boolean =>
  said?.gift === true ||
  (remark !== undefined && isGiftWord(remark)) ||
  (itemName !== undefined && isGiftName(itemName));

type Mutable<Value> = { -readonly [Name in keyof Value]: Value[Name] };

/** Takes over what is said and isn't there yet; what nobody says stays absent. Runs for every row: a loop, no copies. */
function copyMissing<Name extends keyof Values>(
  to: Partial<Pick<Values, Name>>,
  from: Values,
  names: readonly Name[],
): void {
  for (const name of names) if (from[name] !== undefined && to[name] === undefined) to[name] = from[name];
}
