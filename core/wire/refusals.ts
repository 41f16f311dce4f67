import { z } from 'zod';
import { refusalCodes } from '../order/refusal.ts';
import { orderStatuses } from '../order/status.ts';
import { role } from './values.ts';

/** Why a command is refused. */
export const refusal = z.object({
  code: z.enum(refusalCodes),
  status: z.enum(orderStatuses).exactOptional(),
  who: z.array(role).exactOptional(),
  from: z.array(z.enum(orderStatuses)).exactOptional(),
  data: z.record(z.string(), z.string()).exactOptional(),
});

/** What can be done now; refused ones carry why and who could, so that a screen greys them out with the reason. */
export const action = z.object({
  command: z.string(),
  allowed: z.boolean(),
  needsReason: z.boolean(),
  refusal: refusal.exactOptional(),
});
/** Every error answer of the API: one shape. `code` names a text in locales (refusals or screens). */
export const problem = z.object({
  code: z.string(),
  message: z.string(),
  refusal: refusal.exactOptional(),
  /** For bad input: path of the field and what is wrong with it. */
  issues: z.array(z.object({ path: z.string(), message: z.string() })).exactOptional(),
});
export type Problem = z.output<typeof problem>;
