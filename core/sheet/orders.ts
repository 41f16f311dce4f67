import { fieldColumns } from './map-columns.ts';
import { toOrder } from './order-of-rows.ts';
import { type HeadCell, type OrderTable, type ParsedBatch, taxableFields } from './parsed-order.ts';
import { type Customer, differ, identity, isNamed, type PlacedRow, placeRows } from './place-rows.ts';
import type { FoundTable, ParsedSheets, ParsedTable, SaidHead } from './table.ts';

/**
 * Rows of order tables, grouped into orders by customer and order key (X4). No key column: one order per customer, and what was
 * posted of it before, with its number beside the rows, apart from what was written below since.
 */
export function ordersOf(sheets: ParsedSheets): ParsedBatch {
  const placed = sheets.orders.flatMap((parsed, index) => placeRows(parsed, index, isOrderForm(parsed, sheets)).placed);
  const totals = sheets.orders.flatMap(({ totals: said = [] }, table) => said.map((total) => ({ table, ...total })));
  return {
    tables: sheets.orders.map(({ table }) => orderTable(table)),
    orders: [...groups(placed, keysRepeatPerCustomer(placed, sheets)).values()].map(toOrder),
    ...(totals.length > 0 && { totals }),
  };
}

/** Rows that order something. */
export const rowCount = ({ orders }: ParsedBatch): number => orders.reduce((rows, { lines }) => rows + lines.length, 0);

function orderTable({ file, sheet, headerRow, columns, heads = [] }: FoundTable<'orders'>): OrderTable {
  const beforeTax = taxableFields.filter((name) =>
    columns.some(({ field, tax }) => field === name && tax === 'excluded'),
  );
  const guessed = columns.flatMap(({ field, reason }) => (field !== null && reason === 'content' ? [field] : []));
  return {
    ...(file !== undefined && { file }),
    sheet,
    headerRow,
    columns: fieldColumns(columns),
    ...(heads.length > 0 && { heads: heads.map(headCell) }),
    ...(guessed.length > 0 && { guessed }),
    ...(beforeTax.length > 0 && { beforeTax }),
  };
}

const headCell = ({ field, row, column, inLabel, from, to }: SaidHead): HeadCell => ({
  field,
  row,
  column,
  from,
  to,
  ...(inLabel && { inLabel }),
});

/**
 * A list of everything there is, with a quantity where something is wanted: without order numbers, and with the stock or
 * price list in the same rows, or without customers. There, a row without quantity isn't incomplete: it orders nothing.
 */
export function isOrderForm({ table }: ParsedTable<'orders'>, { stock, prices }: ParsedSheets): boolean {
  const shared = [...stock, ...prices].some(
    ({ table: other }) =>
      other.file === table.file && other.sheet === table.sheet && other.headerRow === table.headerRow,
  );
  const { orderKey, poNumber, customerCode, customerName } = fieldColumns(table.columns);
  const isNone = (...fields: readonly (number | undefined)[]): boolean => fields.every((field) => field === undefined);
  return isNone(orderKey, poNumber) && (shared || isNone(customerCode, customerName));
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
    const { key, customer, table, row } = placed;
    const whose = key === null || perCustomer ? identity(customer) : '';
    const id = JSON.stringify([key, whose, ...(key === null ? [table, row.values.number ?? null] : [])]);
    const order = orders.get(id);
    if (order) order.push(placed);
    else orders.set(id, [placed]);
  }
  return orders;
}
