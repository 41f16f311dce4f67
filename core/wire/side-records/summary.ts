import { z } from 'zod';
import { heldActions } from '../../hold/hold.ts';
import { sideRecordKinds } from '../../record/lifecycle.ts';
import { date, instant, role } from '../values.ts';

/** A row of a list, whatever the record is: enough to choose by. */
export const sideRecordSummary = z.object({
  kind: z.enum(sideRecordKinds),
  number: z.string(),
  /** Its words: terms `recordStatus.<kind>.<status>`. */
  status: z.string(),
  open: z.boolean(),
  orders: z.array(z.string()),
  customer: z.string().nullable(),
  /** In short, in the words of who wrote it. */
  what: z.string(),
  since: instant,
  /** By when the next step is to be done: a day or a moment. Null = nobody set a date. */
  until: z.union([instant, date]).nullable(),
  late: z.boolean(),
  /** Of a hold: who has to see to it now, and what it keeps from being done. */
  owner: role.exactOptional(),
  blocks: z.array(z.enum(heldActions)).exactOptional(),
});
export type SideRecordSummary = z.output<typeof sideRecordSummary>;
/** Late ones first, then by date, then newest first. `total`: how many there are beyond the limit. */
export const sideRecordList = z.object({ records: z.array(sideRecordSummary), total: z.int() });
