import type { Field } from '../sheet/fields.ts';
import type { OrderTable, ParsedBatch, ParsedLine } from '../sheet/parsed-order.ts';
import { isZero } from '../value/decimal.ts';
import type { OrderLine, PostedContent } from './state.ts';

/**
 * The rows an order would be posted from as it is now, to be checked again (row 5): what was found out when it was posted,
 * codes, prices and addresses, stands in them. One row a line, in a table that has every column.
 */
export function rowsOf(order: PostedContent): ParsedBatch {
  const { customer, poNumber, orderDate, paymentTerms, deliveryMethod, salesperson } = order;
  const head = { poNumber, orderDate, paymentTerms, deliveryMethod, salesperson };
  return {
    tables: [table],
    orders: [
      {
        key: order.key,
        customer: { code: customer.code, name: customer.name },
        currency: order.currency,
        ...present({ contact: customer.contact, phone: customer.phone, address: customer.address, ...head }),
        lines: order.lines.map(rowOf),
      },
    ],
  };
}

function rowOf(content: OrderLine): ParsedLine {
  const { line, itemCode, itemName, quantity, unitPrice, amount } = content;
  const { specification, color, unit, discount, taxRate, dueDate, shippedDate, specialRequirements, remark } = content;
  const { address, warehouse, batch, agreedArrival } = content;
  return {
    table: 0,
    row: line,
    itemCode,
    itemName,
    quantity,
    unitPrice,
    amount,
    ...(isZero(unitPrice) && { gift: true }),
    ...present({ specification, color, unit, discount, taxRate, dueDate, shippedDate, specialRequirements, remark }),
    ...present({ address, warehouse, batch, agreedArrival }),
  };
}

const columns: readonly Field<'orders'>[] = [
  'customerCode',
  'customerName',
  'itemCode',
  'itemName',
  'quantity',
  'unitPrice',
  'amount',
  'dueDate',
];
const table: OrderTable = {
  sheet: '',
  headerRow: 0,
  columns: Object.fromEntries(columns.map((field, column) => [field, column])),
};

type Present<Fields> = { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };

/** The fields that are there. */
const present = <Fields extends object>(fields: Fields): Present<Fields> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<Fields>;
