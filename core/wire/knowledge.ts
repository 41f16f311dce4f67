import { z } from 'zod';
import type { Knowledge } from '../check/knowledge.ts';
import { computed, date, decimal, instant, shortText, text } from './values.ts';

const source = z.object({
  from: z.enum(['workbook', 'published']),
  file: text.exactOptional(),
  sheet: text.exactOptional(),
  version: z.int().exactOptional(),
  asOf: z.union([instant, date]).exactOptional(),
});
export const priceBook = z.object({
  source,
  currency: z.string().max(10),
  items: z
    .array(
      z.object({
        code: shortText,
        barcode: shortText.exactOptional(),
        name: text.exactOptional(),
        specification: text.exactOptional(),
        unit: shortText.exactOptional(),
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
        warehouse: shortText.exactOptional(),
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
        customerClass: shortText.exactOptional(),
        contact: text.exactOptional(),
        phone: text.exactOptional(),
        address: text.exactOptional(),
        paymentTerms: text.exactOptional(),
        creditLimit: decimal.exactOptional(),
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
    z.object({ orderNumber: z.string(), itemCode: z.string(), quantity: computed, dueDate: date.exactOptional() }),
  ),
});

// The border and the rules must mean the same shape; the compiler says when they part.
const _same: Knowledge = {} as z.output<typeof knowledge>;
void _same;
