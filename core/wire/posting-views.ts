import { z } from 'zod';
import { booksNeeded } from '../check/missing-books.ts';
import { finding } from './finding-view.ts';
import { orderStanding } from './order-standing.ts';
import { refusal } from './refusals.ts';
import { computed } from './values.ts';

/** What posting would say, before it is done. */
export const serverCheck = z.object({
  findings: z.array(finding),
  /** Books nobody has published yet: without them no order is taken. */
  missing: z.array(z.enum(booksNeeded)),
  turnedAway: z.array(z.object({ order: z.int().min(0), findings: z.array(finding) })),
});

const saidOfLine = z.object({ quantity: computed, unitPrice: computed }).nullable();

/** The orders on the server that posting these rows would come to; rows of which it knows nothing are left out. */
export const knownOrders = z.object({
  known: z.array(
    z.object({
      /** Its place among those that were asked about. */
      order: z.int().min(0),
      number: z.string(),
      version: z.int(),
      /** The rows say what the order says; or posting them mends a draft kept with errors, changes the order, is refused. */
      posting: z.enum(['same', 'mends', 'edits', 'refused']),
      differing: z.array(z.object({ item: z.string(), there: saidOfLine, here: saidOfLine })).exactOptional(),
    }),
  ),
});

/** One posted order's fate (X4), in the order they were sent. */
export const postResult = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('posted'),
    key: z.string().nullable(),
    number: z.string(),
    ...orderStanding,
    findings: z.array(finding),
  }),
  z.object({
    outcome: z.literal('edited'),
    key: z.string().nullable(),
    number: z.string(),
    ...orderStanding,
    findings: z.array(finding),
  }),
  z.object({
    outcome: z.literal('unchanged'),
    key: z.string().nullable(),
    number: z.string(),
    ...orderStanding,
  }),
  z.object({ outcome: z.literal('findings'), key: z.string().nullable(), findings: z.array(finding) }),
  /** Kept as a draft in spite of its errors, where that was asked for. */
  z.object({
    outcome: z.literal('saved'),
    key: z.string().nullable(),
    number: z.string(),
    ...orderStanding,
    findings: z.array(finding),
  }),
  z.object({ outcome: z.literal('refused'), key: z.string().nullable(), number: z.string().exactOptional(), refusal }),
]);
export type PostResult = z.output<typeof postResult>;
