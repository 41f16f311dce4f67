import { z } from 'zod';
import { priorityLaws } from '../policy/priority-law.ts';
import { computed, date, shortText } from './values.ts';

/** "SO-202611-00042,SO-202611-00007": orders as somebody would serve them, first served first. */
export const previewQuery = z.object({ sequence: z.string().max(10_000).exactOptional() });

const line = z.object({
  line: z.int(),
  itemCode: z.string(),
  due: date.exactOptional(),
  wanted: computed,
  inTime: computed,
  later: z.array(z.object({ on: date, quantity: computed })),
  /** Nobody knows when. */
  unknown: computed,
});

/** What each priority law would do with the orders that wait for goods (core/stock/priority-preview.ts). */
export const priorityPreview = z.object({
  /** The one in force. */
  law: z.enum(priorityLaws),
  /** Of the sequence asked for: what doesn't wait for goods. */
  notWaiting: z.array(shortText),
  laws: z.array(
    z.object({
      law: z.enum(priorityLaws),
      orders: z.array(
        z.object({
          order: z.string(),
          customer: z.string(),
          waitedTooLong: z.boolean(),
          lines: z.array(line),
          lateDays: z.int().nullable(),
        }),
      ),
      filled: z.int(),
      late: z.int(),
      lateDays: z.int(),
      unknown: z.int(),
    }),
  ),
});
export type PriorityPreviewView = z.output<typeof priorityPreview>;
