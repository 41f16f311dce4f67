import { z } from 'zod';
import { fields } from '../sheet/fields.ts';
import { longestOf, mostRows } from '../sheet/longest.ts';
import { type ParsedBatch, taxableFields } from '../sheet/parsed-order.ts';
import { date, decimal, shortText, text } from './values.ts';

const column = z.int().min(0).max(16_383);
const row = z.int().min(0).max(1_048_575);

const orderField = z.enum(Object.keys(fields.orders) as [keyof typeof fields.orders]);

const line = z.strictObject({
  table: z.int().min(0).max(99),
  row,
  itemCode: shortText.exactOptional(),
  barcode: shortText.exactOptional(),
  customerItemCode: shortText.exactOptional(),
  itemName: text.exactOptional(),
  specification: text.exactOptional(),
  color: shortText.exactOptional(),
  material: shortText.exactOptional(),
  brand: shortText.exactOptional(),
  unit: shortText.exactOptional(),
  packSize: decimal.exactOptional(),
  packs: decimal.exactOptional(),
  warehouse: shortText.exactOptional(),
  batch: shortText.exactOptional(),
  quantity: decimal.exactOptional(),
  quantityUnit: shortText.exactOptional(),
  saidPacks: z
    .strictObject({
      count: decimal,
      unit: shortText.exactOptional(),
      size: decimal,
      sizeUnit: shortText.exactOptional(),
    })
    .exactOptional(),
  priceUnit: shortText.exactOptional(),
  shippedQuantity: decimal.exactOptional(),
  openQuantity: decimal.exactOptional(),
  unitPrice: decimal.exactOptional(),
  discount: decimal.exactOptional(),
  amount: decimal.exactOptional(),
  taxRate: decimal.exactOptional(),
  dueDate: date.exactOptional(),
  agreedArrival: date.exactOptional(),
  dateOpen: z.boolean().exactOptional(),
  shippedDate: date.exactOptional(),
  gift: z.boolean().exactOptional(),
  specialRequirements: text.exactOptional(),
  remark: text.exactOptional(),
  rowId: shortText.exactOptional(),
  hidden: z.boolean().exactOptional(),
  otherCustomer: text.exactOptional(),
  address: text.exactOptional(),
  otherCurrency: z.string().max(longestOf.currency).exactOptional(),
  unreadable: z
    .array(
      z.strictObject({
        field: shortText,
        column,
        row: row.exactOptional(),
        kind: z.enum(['text', 'quantity', 'money', 'ratio', 'date', 'flag']),
        raw: text,
        problem: z.enum([
          'not-a-number',
          'not-a-date',
          'not-a-flag',
          'formula-error',
          'no-cached-value',
          'no-year',
          'no-day',
          'relative',
          'ambiguous',
          'several-amounts',
          'digits-lost',
        ]),
        choices: z.array(shortText).max(10).exactOptional(),
      }),
    )
    .max(60)
    .exactOptional(),
});

const order = z.strictObject({
  key: shortText.nullable(),
  customer: z.strictObject({ code: shortText.exactOptional(), name: text.exactOptional() }),
  contact: text.exactOptional(),
  phone: text.exactOptional(),
  address: text.exactOptional(),
  poNumber: text.exactOptional(),
  currency: z.string().max(longestOf.currency).exactOptional(),
  orderDate: date.exactOptional(),
  paymentTerms: text.exactOptional(),
  deliveryMethod: text.exactOptional(),
  salesperson: text.exactOptional(),
  region: shortText.exactOptional(),
  priority: shortText.exactOptional(),
  lines: z.array(line).min(1).max(mostRows),
});

/** A ParsedBatch as it crosses HTTP: unknown fields, huge texts, impossible dates and rows of no table stop here, with the field's path. */
export const batch = z
  .strictObject({
    tables: z
      .array(
        z.strictObject({
          file: text.exactOptional(),
          sheet: z.string().max(255),
          headerRow: row,
          columns: z.partialRecord(orderField, column),
          heads: z
            .array(
              z.strictObject({
                field: orderField,
                row,
                column,
                inLabel: z.literal(true).exactOptional(),
                from: row,
                to: row,
              }),
            )
            .max(20_000)
            .exactOptional(),
          guessed: z.array(orderField).max(20).exactOptional(),
          beforeTax: z.array(z.enum(taxableFields)).max(taxableFields.length).exactOptional(),
        }),
      )
      .max(100),
    orders: z.array(order).min(1).max(1000),
    totals: z
      .array(
        z.strictObject({
          table: z.int().min(0).max(99),
          row,
          field: z.enum(['quantity', 'amount']),
          value: decimal,
          from: row,
          to: row,
        }),
      )
      .max(1000)
      .exactOptional(),
  })
  .superRefine(({ tables, orders }, issues) => {
    for (const [order, { lines }] of orders.entries())
      for (const [line, { table }] of lines.entries())
        if (table >= tables.length)
          issues.addIssue({ code: 'custom', message: 'table', path: ['orders', order, 'lines', line, 'table'] });
  });

// The border and the rules must mean the same shape; the compiler says when they part.
const _same: ParsedBatch = {} as z.output<typeof batch>;
void _same;
