import { z } from 'zod';
import { orderStatuses } from '../order/status.ts';
import { refusal } from './refusals.ts';

const named = { number: z.string(), customer: z.string() };
/** Posted up to the month's end and still on its way: it belongs to the month it will be closed in. */
const notClosed = z.object({ ...named, status: z.enum(orderStatuses) });

/** What archiving a month would do now. An order belongs to the month it was closed in (core/order/closing-month.ts). */
export const monthArchive = z.object({
  month: z.string(),
  /** Closed in the month and not archived yet. */
  ready: z.array(z.object(named)),
  /** Orders of the month that are archived already. */
  archived: z.int(),
  notClosed: z.array(notClosed),
  /** Why the asker may not archive it, and who could. */
  refusal: refusal.exactOptional(),
});
export type MonthArchive = z.output<typeof monthArchive>;

/** What became of each closed order of the month. Those archived by an earlier request are not named again. */
export const archivedMonth = z.object({
  month: z.string(),
  results: z.array(
    z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('archived'), ...named }),
      z.object({ outcome: z.literal('refused'), ...named, refusal }),
    ]),
  ),
  notClosed: z.array(notClosed),
});
export type ArchivedMonth = z.output<typeof archivedMonth>;
