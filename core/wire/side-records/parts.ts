import { z } from 'zod';
import { action } from '../refusals.ts';
import { decimal, instant, shortText, text } from '../values.ts';

/** What the shapes of changes, returns, holds and what was said have in common. */

export const reason = text.exactOptional();
export const lineNumber = z.int().min(1).max(1_000_000);
/** More than nothing of something: pieces asked for, money paid. */
export const positive = decimal.refine((value) => !value.startsWith('-') && /[1-9]/.test(value), 'positive');
export const notNegative = decimal.refine((value) => !value.startsWith('-'), 'not-negative');
export const orders = z.array(shortText).max(100);
/** Who said something: kept apart, so that he can be erased. */
export const person = z.strictObject({ name: shortText, contact: text.exactOptional() });

/** The body that begins a record, as the command it is. */
export type AsCommand<Type extends string, Body extends z.ZodType> = { readonly type: Type } & z.output<Body>;

export const number = z.object({ number: shortText });
const yesNo = z.enum(['true', 'false']);
/** Of one order, or of one customer with all his orders; else all. */
export const listQuery = z.object({
  order: shortText.exactOptional(),
  customer: shortText.exactOptional(),
  /** true = only those something is still to be done about. */
  open: yesNo.exactOptional(),
  /** true = only open ones that wait for who asks: his role, his department, his own entry. */
  mine: yesNo.exactOptional(),
  limit: z.coerce.number().int().min(1).max(500).exactOptional(),
});
export type SideRecordQuery = z.output<typeof listQuery>;

export const stampView = z.object({
  at: instant,
  by: z.object({ userId: z.string(), name: z.string() }),
  reason: z.string().exactOptional(),
  policy: z.int().exactOptional(),
});
/** What every view begins and ends with. */
export const kept = {
  number: z.string(),
  /** Rises with each event; sent back in If-Match. */
  version: z.int(),
  actions: z.array(action),
};
export const orderLine = { order: z.string(), line: z.int() };
/** Null: he was erased. */
export const personView = z.object({
  key: z.string(),
  person: z.object({ name: z.string(), contact: z.string().exactOptional() }).nullable(),
});
