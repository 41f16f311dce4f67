import type { Shown } from '../../../../core/check/finding.ts';
import { type Decimal, multiply } from '../../../../core/value/decimal.ts';
import { hardwareCustomers, hardwareItems } from '../../../samples/hardware-data.ts';

/** Places of a sentence, as the language writes them. */
export const date = (value: string): Shown => ({ kind: 'date', value });
export const yuan = (value: string): Shown => ({ kind: 'money', value, currency: 'CNY' });

/** An order of one item, as it stands in the clerk's sheet. */
export interface SheetOrder {
  /** The customer's own number. */
  readonly po: string;
  readonly customer: string;
  readonly item: string;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly dueDate: string;
}

const itemOf = (code: string) => {
  const item = hardwareItems.find((each) => each.code === code);
  if (item === undefined) throw new Error(`the sample has no item ${code}`);
  return item;
};

/** "700 片". */
export const pieces = (item: string, quantity: string): Shown => ({
  kind: 'quantity',
  value: quantity,
  unit: itemOf(item).unit,
});

/** "FL004 不锈钢法兰 DN100 PN16 304". */
export const nameOf = (code: string): string => {
  const { name, specification } = itemOf(code);
  return `${code} ${name} ${specification}`;
};

/** What a sentence says of an order. */
export function placesOf({ po, customer, item, quantity, unitPrice, dueDate }: SheetOrder) {
  const known = hardwareCustomers.find(({ name }) => name === customer);
  if (known === undefined) throw new Error(`the sample has no customer ${customer}`);
  return {
    po,
    customer,
    class: known.customerClass,
    quantity: pieces(item, quantity),
    item: nameOf(item),
    price: yuan(unitPrice),
    total: yuan(multiply(quantity as Decimal, unitPrice as Decimal)),
    due: date(dueDate),
  };
}

/** The order as its row is posted. */
export const batchOf = ({ po, customer, item, quantity, unitPrice, dueDate }: SheetOrder) => ({
  tables: [
    {
      sheet: '订单',
      headerRow: 0,
      columns: { orderKey: 0, customerName: 1, itemCode: 2, quantity: 3, unitPrice: 4, dueDate: 5 },
    },
  ],
  orders: [
    {
      key: po,
      customer: { name: customer },
      lines: [{ table: 0, row: 1, itemCode: item, quantity, unitPrice, dueDate }],
    },
  ],
});
