import type { Field } from './fields.ts';

/** Characters of a name or a code that are kept of a cell. */
export const shortText = 200;
/** Of what may be sentences: a cell's worth, never a book. */
export const longText = 1000;
/** Rows of one order. */
export const mostRows = 5000;

/** How long the words of an order may be; what is longer can't be posted (core/wire/batch.ts). */
export const longestOf = {
  orderKey: shortText,
  poNumber: longText,
  customerCode: shortText,
  customerName: longText,
  contact: longText,
  phone: longText,
  address: longText,
  currency: 10,
  paymentTerms: longText,
  deliveryMethod: longText,
  salesperson: longText,
  region: shortText,
  priority: shortText,
  itemCode: shortText,
  barcode: shortText,
  customerItemCode: shortText,
  itemName: longText,
  specification: longText,
  color: shortText,
  material: shortText,
  brand: shortText,
  unit: shortText,
  warehouse: shortText,
  batch: shortText,
  specialRequirements: longText,
  remark: longText,
  rowId: shortText,
} as const satisfies Partial<Record<Field<'orders'>, number>>;

/** What an unreadable cell is quoted with. */
export const quoted = (content: string): string => content.slice(0, longText);
