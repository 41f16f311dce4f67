import { z } from 'zod';
import { computed, date } from './values.ts';

const lastPrice = z.object({
  /** Net, for one of the item's own unit, tax included. */
  price: computed,
  currency: z.string(),
  on: date,
  order: z.string(),
  quantity: computed.exactOptional(),
  /** Against the row's price, in the row's terms; absent = they can't be compared. */
  row: z.object({ last: computed, now: computed, is: z.enum(['same', 'above', 'below']) }).exactOptional(),
});

/** One for each row, as the orders and their lines came; null = never bought, or nobody knows who or what is meant. */
export const lastPricesFound = z.object({ prices: z.array(lastPrice.nullable()) });
export type LastPriceFound = z.output<typeof lastPrice>;
