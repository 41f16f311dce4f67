import { type Field, itemDetails, itemFields, type TableRole } from './fields.ts';
import { customersHeadings } from './heading-words/customers.ts';
import { ordersHeadings } from './heading-words/orders.ts';
import { pricesHeadings } from './heading-words/prices.ts';
import { stockHeadings } from './heading-words/stock.ts';

/**
 * The headings offices write, best first: when two columns could be one field, the earlier word wins. Case, blanks, dots,
 * `*`, line breaks, units in brackets and the traditional script don't count (headings.ts), so each word stands here once.
 */
export const headingWords: { readonly [Role in TableRole]: { readonly [F in Field<Role>]?: readonly string[] } } = {
  orders: ordersHeadings,
  prices: pricesHeadings,
  stock: stockHeadings,
  customers: customersHeadings,
};

/** Fields several roles share take their words from the orders; a role adds or replaces what differs. */
export const sharedFields: {
  readonly [Role in Exclude<TableRole, 'orders'>]: readonly (Field<'orders'> & Field<Role>)[];
} = {
  prices: [...itemFields, ...itemDetails, 'unit', 'packSize', 'region', 'taxRate', 'currency'],
  stock: ['itemCode', 'barcode', 'itemName', ...itemDetails, 'unit'],
  customers: ['customerCode', 'customerName', 'contact', 'phone', 'address', 'paymentTerms', 'region', 'salesperson'],
};
