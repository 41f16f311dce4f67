import { type Field, type FieldKind, fields, type TableRole } from './fields.ts';

/** A column of a table that is written into a workbook: what it means; its heading is the field's word in the user's language. */
export interface NewColumn {
  readonly field: Field;
  /** Number format of its cells. */
  readonly format: string;
  /** In points, wide enough for what usually stands in it. */
  readonly width: number;
}

/** What a sheet begins with where a clerk has none: no more columns than a first order, price, count or customer needs. */
export const firstColumns: { readonly [Role in TableRole]: readonly Field<Role>[] } = {
  orders: [
    'orderKey',
    'customerName',
    'orderDate',
    'itemCode',
    'itemName',
    'specification',
    'unit',
    'quantity',
    'unitPrice',
    'dueDate',
    'remark',
  ],
  prices: ['itemCode', 'itemName', 'specification', 'unit', 'minimumQuantity', 'listPrice', 'discontinued'],
  stock: ['itemCode', 'itemName', 'specification', 'unit', 'warehouse', 'onHand'],
  customers: ['customerCode', 'customerName', 'contact', 'phone', 'address', 'paymentTerms', 'creditLimit'],
};

export function newColumn<Role extends TableRole>(role: Role, field: Field<Role>): NewColumn {
  const kinds: Readonly<Record<string, FieldKind>> = fields[role];
  const kind = kinds[field] ?? 'text';
  return { field, format: formats[kind], width: widths[field] ?? usualWidths[kind] };
}

/** Cells of text are told to be: else 00123 loses its zeros and 1/2 becomes a day. */
const formats: Readonly<Record<FieldKind, string>> = {
  text: '@',
  flag: '@',
  quantity: 'General',
  money: '#,##0.00##',
  ratio: '0.##%',
  date: 'yyyy-mm-dd',
};

const usualWidths: Readonly<Record<FieldKind, number>> = {
  text: 80,
  flag: 80,
  quantity: 80,
  money: 90,
  ratio: 70,
  date: 90,
};
const widths: Readonly<Partial<Record<Field, number>>> = {
  customerName: 160,
  itemName: 120,
  specification: 140,
  unit: 60,
  address: 220,
  phone: 100,
  paymentTerms: 150,
  remark: 160,
  discontinued: 95,
};
