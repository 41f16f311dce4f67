import type { PlainDate } from '../value/date.ts';
import { fieldColumns } from './map-columns.ts';
import { type OrderTable, type ParsedBatch, type ParsedLine, type ParsedOrder, taxableFields } from './parsed-order.ts';
import type { FoundTable, ParsedRow, ParsedSheets, ParsedTable, RowValues } from './table.ts';
import { codeText, sameText } from './text.ts';

type Values = RowValues<'orders'>;
interface Customer {
  readonly code?: string;
  readonly name?: string;
}
/** A row with the order key and customer it belongs to, blanks filled from the rows above. */
interface PlacedRow {
  readonly table: number;
  readonly row: ParsedRow<'orders'>;
  readonly key: string | null;
  readonly customer: Customer;
  /** The due date of the row above, where this row only continues its order. */
  readonly dueDate?: PlainDate;
  /** What the heading counts in: 数量（箱）. */
  readonly unit?: string;
}

/** Rows of order tables, grouped into orders by customer and order key (X4). No key column: one order per customer. */
export function ordersOf(sheets: ParsedSheets): ParsedBatch {
  const placed = sheets.orders.flatMap((parsed, index) => placeRows(parsed, index, isOrderForm(parsed, sheets)));
  const totals = sheets.orders.flatMap(({ totals: said = [] }, table) => said.map((total) => ({ table, ...total })));
  return {
    tables: sheets.orders.map(({ table }) => orderTable(table)),
    orders: [...groups(placed, keysRepeatPerCustomer(placed, sheets)).values()].map(toOrder),
    ...(totals.length > 0 && { totals }),
  };
}

/** Rows that order something. */
export const rowCount = ({ orders }: ParsedBatch): number => orders.reduce((rows, { lines }) => rows + lines.length, 0);

function orderTable({ file, sheet, headerRow, columns }: FoundTable<'orders'>): OrderTable {
  const beforeTax = taxableFields.filter((name) =>
    columns.some(({ field, tax }) => field === name && tax === 'excluded'),
  );
  const guessed = columns.flatMap(({ field, reason }) => (field !== null && reason === 'content' ? [field] : []));
  return {
    ...(file !== undefined && { file }),
    sheet,
    headerRow,
    columns: fieldColumns(columns),
    ...(guessed.length > 0 && { guessed }),
    ...(beforeTax.length > 0 && { beforeTax }),
  };
}

/**
 * A list of everything there is, with a quantity where something is wanted: the stock or price list in the same rows, or a
 * form that names neither order nor customer. There, a row without quantity isn't incomplete: it orders nothing.
 */
function isOrderForm({ table }: ParsedTable<'orders'>, { stock, prices }: ParsedSheets): boolean {
  const shared = [...stock, ...prices].some(
    ({ table: other }) =>
      other.file === table.file && other.sheet === table.sheet && other.headerRow === table.headerRow,
  );
  const { orderKey, poNumber, customerCode, customerName } = fieldColumns(table.columns);
  return shared || [orderKey, poNumber, customerCode, customerName].every((column) => column === undefined);
}

const ordersSomething = ({ values, unreadable }: ParsedRow<'orders'>, form: boolean): boolean => {
  const says = (...fields: readonly (keyof Values)[]): boolean =>
    fields.some((field) => values[field] !== undefined || unreadable.some((cell) => cell.field === field));
  if (form) return says('quantity') && values.quantity !== '0';
  return says('itemCode', 'barcode', 'customerItemCode', 'itemName', 'quantity', 'unitPrice', 'amount');
};

/**
 * Gives each row its key and customer. Clerks write them once and leave the rows below blank: a blank key continues the
 * order above as long as the row doesn't name another customer.
 */
function placeRows({ table, rows }: ParsedTable<'orders'>, index: number, form: boolean): PlacedRow[] {
  const columns = fieldColumns(table.columns);
  const keyField = columns.orderKey !== undefined ? 'orderKey' : columns.poNumber !== undefined ? 'poNumber' : null;
  const placed: PlacedRow[] = [];
  let key: string | null = null;
  let customer: Customer = {};
  let dueDate: PlainDate | undefined;
  const unit = headingUnit(table);
  for (const row of rows) {
    const named = customerOf(row.values);
    const typed = keyField === null ? undefined : row.values[keyField];
    const continues = typed === undefined || codeText(typed) === key;
    if (typed !== undefined) key = codeText(typed);
    else if (isNamed(named) && isNamed(customer) && differ(named, customer)) key = null;
    if (isNamed(named) || !continues) customer = named;
    const inherits =
      keyField !== null &&
      typed === undefined &&
      !row.said?.openDate &&
      !row.unreadable.some(({ field }) => field === 'dueDate');
    dueDate = row.values.dueDate ?? (inherits ? dueDate : undefined);
    if (ordersSomething(row, form))
      placed.push({ table: index, row, key, customer, ...(dueDate !== undefined && { dueDate }), ...unit });
  }
  return placed;
}

/** Cartons in the heading must not become pieces in the order. Other words stand in brackets too: (预计), (incl. free). */
function headingUnit({ columns }: FoundTable<'orders'>): Pick<PlacedRow, 'unit'> {
  const said = columns.find(({ field }) => field === 'quantity')?.unit;
  const unit =
    /^(?:单位)?([^\P{Script=Han}万千百]|公斤|千克|公吨|毫升|公升|pcs?|ctns?|box(?:es)?|sets?|kgs?|pairs?|bags?|rolls?)$/u.exec(
      said ?? '',
    )?.[1];
  return unit === undefined ? {} : { unit };
}

const customerOf = ({ customerCode: code, customerName: name }: Values): Customer => ({
  ...(code !== undefined && { code }),
  ...(name !== undefined && { name }),
});
const isNamed = ({ code, name }: Customer): boolean => code !== undefined || name !== undefined;
const shown = ({ code, name }: Customer): string | undefined => name ?? code;
const identity = ({ code, name }: Customer): string => sameText(code ?? name ?? '');

/** Codes decide where both rows have one, else names; a row without customer contradicts nobody. */
function differ(a: Customer, b: Customer): boolean {
  if (a.code !== undefined && b.code !== undefined) return sameText(a.code) !== sameText(b.code);
  return a.name !== undefined && b.name !== undefined && sameText(a.name) !== sameText(b.name);
}

/**
 * Whose numbers the keys are. A customer's PO number is unique with the customer only; a clerk's order number stands alone,
 * and a second customer under it is a mistake to point out — unless most keys have several: then they count per customer.
 */
function keysRepeatPerCustomer(rows: readonly PlacedRow[], { orders }: ParsedSheets): boolean {
  if (orders.some(({ table }) => fieldColumns(table.columns).orderKey === undefined)) return true;
  const customers = new Map<string, Customer>();
  const shared = new Set<string>();
  for (const { key, customer } of rows) {
    if (key === null || !isNamed(customer)) continue;
    const first = customers.get(key);
    if (!first) customers.set(key, customer);
    else if (differ(first, customer)) shared.add(key);
  }
  return shared.size > 1 && shared.size * 2 > customers.size;
}

function groups(rows: readonly PlacedRow[], perCustomer: boolean): ReadonlyMap<string, PlacedRow[]> {
  const orders = new Map<string, PlacedRow[]>();
  for (const placed of rows) {
    const { key, customer, table } = placed;
    const whose = key === null || perCustomer ? identity(customer) : '';
    const id = JSON.stringify([key, whose, key === null ? table : null]);
    const order = orders.get(id);
    if (order) order.push(placed);
    else orders.set(id, [placed]);
  }
  return orders;
}

/** What a row says of its whole order: the first row that says it holds. */
const ofOrder = [
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
const ofLine = [
  'itemCode',
  'barcode',
  'customerItemCode',
  'itemName',
  'specification',
  'color',
  'material',
  'brand',
  'unit',
  'packSize',
  'packs',
  'warehouse',
  'quantity',
  'shippedQuantity',
  'openQuantity',
  'unitPrice',
  'discount',
  'amount',
  'taxRate',
  'shippedDate',
  'gift',
  'specialRequirements',
  'remark',
  'rowId',
] as const satisfies readonly (keyof Values & keyof ParsedLine)[];

function toOrder(rows: readonly PlacedRow[]): ParsedOrder {
  const customer = rows.find((placed) => isNamed(placed.customer))?.customer ?? {};
  const headers: Partial<Pick<Values, (typeof ofOrder)[number]>> = {};
  for (const { row } of rows) copyMissing(headers, row.values, ofOrder);
  return {
    key: rows[0]?.key ?? null,
    customer,
    ...headers,
    lines: rows.map((placed) => toLine(placed, customer, headers.currency)),
  };
}

function toLine(
  { table, row, customer: own, dueDate, unit }: PlacedRow,
  customer: Customer,
  currency: string | undefined,
): ParsedLine {
  const { values, unreadable, said, hidden } = row;
  const line: Mutable<ParsedLine> = { table, row: row.row };
  copyMissing(line, values, ofLine);
  if (dueDate !== undefined) line.dueDate = dueDate;
  else if (said?.openDate) line.dateOpen = true;
  const otherCustomer = differ(own, customer) ? shown(own) : undefined;
  if (otherCustomer !== undefined) line.otherCustomer = otherCustomer;
  if (values.currency !== undefined && values.currency !== currency) line.otherCurrency = values.currency;
  if (said?.quantityUnit !== undefined) line.quantityUnit = said.quantityUnit;
  if (said?.packs !== undefined) line.saidPacks = said.packs;
  if (unit !== undefined && line.unit === undefined && said?.quantityUnit === undefined) line.unit = unit;
  if (said?.priceUnit !== undefined) line.priceUnit = said.priceUnit;
  if (hidden) line.hidden = true;
  if (unreadable.length > 0) line.unreadable = unreadable;
  return line;
}

type Mutable<Value> = { -readonly [Name in keyof Value]: Value[Name] };

/** Takes over what is said and isn't there yet; what nobody says stays absent. Runs for every row: a loop, no copies. */
function copyMissing<Name extends keyof Values>(
  to: Partial<Pick<Values, Name>>,
  from: Values,
  names: readonly Name[],
): void {
  for (const name of names) if (from[name] !== undefined && to[name] === undefined) to[name] = from[name];
}
