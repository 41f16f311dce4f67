import { z } from 'zod';
import { mostNumbers } from './limits.ts';
import { orderStanding } from './order-standing.ts';
import { date } from './values.ts';

/** Order numbers with commas between them. */
export const numbersAsked = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.array(z.string().regex(/^SO-\d{6}-\d{5,9}$/)).max(mostNumbers));

/** What is written beside an order's rows in a sheet. */
export const orderProgress = z.object({
  number: z.string(),
  ...orderStanding,
  /** The nearest date promised for what hasn't left yet. */
  promised: date.nullable(),
});
export type OrderProgress = z.output<typeof orderProgress>;
