import { z } from 'zod';
import { computed, date, shortText } from './values.ts';

/** Customers as rows name them, by code or name, each with an item's code. */
export const lastPricesAsked = z.strictObject({
  of: z
    .array(
      z.strictObject({
        customer: z.strictObject({ code: shortText.exactOptional(), name: shortText.exactOptional() }),
        itemCode: shortText,
      }),
    )
    .min(1)
    .max(500),
});
export type LastPriceAsked = z.output<typeof lastPricesAsked>['of'][number];

const lastPrice = z.object({
  /** Net, tax included. */
  price: computed,
  currency: z.string(),
  on: date,
  order: z.string(),
  quantity: computed.exactOptional(),
});

/** In the order they were asked; null = never bought, or nobody knows the customer. */
export const lastPricesFound = z.object({ prices: z.array(lastPrice.nullable()) });
