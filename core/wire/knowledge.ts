import { z } from 'zod';
import { type Knowledge, secrets } from '../check/knowledge.ts';
import { computed, date, decimal, instant, shortText, text } from './values.ts';

const source = z.object({
  from: z.enum(['workbook', 'published']),
  file: text.exactOptional(),
  sheet: text.exactOptional(),
  version: z.int().exactOptional(),
  asOf: z.union([instant, date]).exactOptional(),
  parts: z
    .array(
      z.object({
        file: text.exactOptional(),
        sheet: text,
        range: text.exactOptional(),
        rows: z.int(),
        asOf: date.exactOptional(),
      }),
    )
    .max(1000)
    .exactOptional(),
});
export const priceBook = z.object({
  source,
  currency: z.string().max(10),
  tax: z.literal('excluded').exactOptional(),
  items: z
    .array(
      z.object({
        code: shortText,
        barcode: shortText.exactOptional(),
        otherBarcodes: z.array(shortText).max(1000).exactOptional(),
        customerItemCodes: z.array(shortText).max(1000).exactOptional(),
        name: text.exactOptional(),
        otherNames: z.array(text).max(1000).exactOptional(),
        specification: text.exactOptional(),
        color: shortText.exactOptional(),
        material: shortText.exactOptional(),
        brand: shortText.exactOptional(),
        category: shortText.exactOptional(),
        unit: shortText.exactOptional(),
        pack: z.object({ size: decimal, unit: shortText.exactOptional() }).exactOptional(),
        minimumOrder: decimal.exactOptional(),
        orderMultiple: decimal.exactOptional(),
        leadTimeDays: z.number().exactOptional(),
        substitutes: z.array(shortText).max(20).exactOptional(),
        regions: z.array(shortText).max(100).exactOptional(),
        service: z.boolean().exactOptional(),
        customMade: z.boolean().exactOptional(),
        floorPrice: decimal.exactOptional(),
        cost: decimal.exactOptional(),
        discontinued: z.boolean(),
        prices: z
          .array(
            z.object({
              price: decimal,
              minimumQuantity: decimal,
              customerClass: shortText.exactOptional(),
              currency: z.string().max(10).exactOptional(),
              validFrom: date.exactOptional(),
              validTo: date.exactOptional(),
              promotion: z.boolean().exactOptional(),
            }),
          )
          .max(50),
      }),
    )
    .max(200_000),
});
export const stockBook = z.object({
  source,
  lines: z
    .array(
      z.object({
        itemCode: shortText,
        barcode: shortText.exactOptional(),
        name: text.exactOptional(),
        specification: text.exactOptional(),
        color: shortText.exactOptional(),
        unit: shortText.exactOptional(),
        warehouse: shortText.exactOptional(),
        batch: shortText.exactOptional(),
        onHand: decimal,
        inbound: decimal,
        inboundDate: date.exactOptional(),
      }),
    )
    .max(200_000),
});
export const customerBook = z.object({
  source,
  customers: z
    .array(
      z.object({
        code: shortText,
        name: shortText,
        shortName: shortText.exactOptional(),
        customerClass: shortText.exactOptional(),
        contact: text.exactOptional(),
        phone: text.exactOptional(),
        address: text.exactOptional(),
        paymentTerms: text.exactOptional(),
        region: shortText.exactOptional(),
        creditLimit: decimal.exactOptional(),
        receivable: decimal.exactOptional(),
        overdueDebt: decimal.exactOptional(),
        overdueDays: z.number().exactOptional(),
        taxNumber: text.exactOptional(),
        active: z.boolean(),
      }),
    )
    .max(100_000),
});
/** What the rows are checked against, as published on the server. Nothing in it that the asker may not see. */
export const knowledge = z.object({
  prices: priceBook.nullable(),
  stock: stockBook.nullable(),
  customers: customerBook.nullable(),
  openDemand: z.array(
    z.object({
      orderNumber: z.string(),
      postedAs: z.object({ customerCode: z.string(), key: z.string() }).exactOptional(),
      itemCode: z.string(),
      name: z.string().exactOptional(),
      specification: z.string().exactOptional(),
      color: z.string().exactOptional(),
      unit: z.string().exactOptional(),
      quantity: computed,
      dueDate: date.exactOptional(),
    }),
  ),
  pastDeals: z
    .array(
      z.object({
        customerCode: z.string(),
        itemCode: z.string(),
        lastPrice: computed,
        currency: z.string(),
        lastOn: date,
        lastOrder: z.string(),
        largestQuantity: computed.exactOptional(),
        deals: z.int(),
      }),
    )
    .exactOptional(),
  openAmounts: z
    .array(z.object({ customerCode: z.string(), amount: computed, currency: z.string(), confirmedOrders: z.int() }))
    .exactOptional(),
  ordersConfirmed: z.int().exactOptional(),
  posted: z
    .array(
      z.object({
        number: z.string(),
        key: z.string().nullable(),
        poNumber: z.string().exactOptional(),
        customerCode: z.string(),
        postedOn: date,
        lines: z.array(z.string()),
      }),
    )
    .exactOptional(),
  withheld: z.array(z.enum(secrets)).exactOptional(),
});

// The border and the rules must mean the same shape; the compiler says when they part.
const _same: Knowledge = {} as z.output<typeof knowledge>;
void _same;
