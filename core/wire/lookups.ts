import { z } from 'zod';
import { type LookupAnswer, lookupGaps } from '../lookup/lookup.ts';
import { orderStatuses } from '../order/status.ts';
import { compare, zero } from '../value/decimal.ts';
import { mostLookups } from './limits.ts';
import { computed, date, decimal, shortText } from './values.ts';

const positive = decimal.refine((value) => compare(value, zero) > 0, 'positive');

/** One question of a formula (core/lookup/lookup.ts). */
export const lookup = z.discriminatedUnion('ask', [
  z.strictObject({
    ask: z.literal('price'),
    item: shortText,
    quantity: positive.exactOptional(),
    customer: shortText.exactOptional(),
    on: date.exactOptional(),
  }),
  z.strictObject({ ask: z.literal('available'), item: shortText, by: date.exactOptional() }),
  z.strictObject({ ask: z.literal('earliest'), item: shortText, quantity: positive }),
  z.strictObject({ ask: z.literal('status'), order: shortText }),
]);

export const lookups = z.strictObject({ lookups: z.array(lookup).min(1).max(mostLookups) });

const answer = z.discriminatedUnion('found', [
  z.object({ found: z.literal('price'), price: computed }),
  z.object({ found: z.literal('quantity'), quantity: computed }),
  z.object({ found: z.literal('day'), on: date }),
  z.object({ found: z.literal('status'), status: z.enum(orderStatuses) }),
  z.object({ found: z.literal('nothing'), because: z.enum(lookupGaps), hint: z.string().exactOptional() }),
]) satisfies z.ZodType<LookupAnswer>;

/** One answer a question, in the order asked. */
export const lookupAnswers = z.object({ answers: z.array(answer) });
