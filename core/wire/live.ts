import { z } from 'zod';
import { bookKinds } from '../check/knowledge.ts';

/** Why nothing can be kept just now; the same codes on every server and in every language. */
export const troubleCodes = [
  'disk-full',
  'read-only',
  'disk-failing',
  'lock-lost',
  'database-away',
  'database-full',
  'database-read-only',
  'database-failing',
] as const;
export const trouble = z.object({ code: z.enum(troubleCodes), since: z.string() });
export type TroubleView = z.output<typeof trouble>;

/** What the stream of changes says; each in the data of one server-sent event. */
export const liveEvent = z.discriminatedUnion('event', [
  z.object({
    event: z.literal('change'),
    /** Of the decision; rises. */
    position: z.int(),
    /** Those that look different now. */
    orders: z.array(z.string()),
    /** Of the records that were changed (record/registry.ts, which would bring every record's rules into the pages). */
    kinds: z.array(z.string()),
    books: z.array(z.enum(bookKinds)),
  }),
  /** Some changes may not have been told: look at everything again. */
  z.object({ event: z.literal('missed') }),
  /** Said first, and whenever it changes; null = everything can be kept. */
  z.object({ event: z.literal('trouble'), trouble: trouble.nullable() }),
]);
export type LiveEvent = z.output<typeof liveEvent>;
export type LiveChange = Extract<LiveEvent, { event: 'change' }>;

export const eventText = (event: LiveEvent): string => `data: ${JSON.stringify(event)}\n\n`;
/** Says nothing but that the stream is alive: a comment. */
export const heartbeat = ':\n\n';
