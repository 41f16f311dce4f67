import { z } from 'zod';
import { recheckPoints } from '../shipment/recheck.ts';
import { computed, date } from './values.ts';

export const shipmentView = z.object({
  number: z.string(),
  lines: z.array(
    z.object({
      order: z.string(),
      line: z.int(),
      quantity: computed,
      batches: z.array(z.object({ batch: z.string(), quantity: computed })).exactOptional(),
      /** The paper by which goods were taken in that the stock sheet didn't count yet. */
      takenIn: z.string().exactOptional(),
    }),
  ),
  shippedOn: date,
  /** R38; absent of what left before rechecks were kept. */
  recheck: z.object({ by: z.string(), confirmed: z.array(z.enum(recheckPoints)) }).exactOptional(),
  carrier: z.string().exactOptional(),
  tracking: z.string().exactOptional(),
  expectedArrival: date.exactOptional(),
  /** Let go ahead of its papers, which are due by that day. */
  papersBy: date.exactOptional(),
  receivedOn: date.exactOptional(),
  /** Not taken in at the door. */
  refused: z.array(z.object({ order: z.string(), line: z.int(), quantity: computed })).exactOptional(),
  objection: z.string().exactOptional(),
});
