import { z } from 'zod';
import { supplyModes } from '../order/supply.ts';
import { date, decimal, shortText, text } from './values.ts';

const reason = text.exactOptional();
const lineNumber = z.int().min(1);
const quantities = z
  .array(z.strictObject({ line: lineNumber, quantity: decimal }))
  .min(1)
  .max(5000)
  .exactOptional();
/** What a person may ask for an order; who and when come from the token and the server's clock. */
export const orderCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('submit-order'), reason }),
  z.strictObject({ type: z.literal('ask-question'), reason }),
  z.strictObject({ type: z.literal('void-order'), reason }),
  z.strictObject({
    type: z.literal('approve-order'),
    supply: z
      .array(z.strictObject({ line: lineNumber, mode: z.enum(supplyModes) }))
      .max(5000)
      .exactOptional(),
    reason,
  }),
  z.strictObject({ type: z.literal('issue-letter'), promisedOn: date.exactOptional(), reason }),
  z.strictObject({ type: z.literal('correct-letter'), reason }),
  z.strictObject({ type: z.literal('record-countersign'), on: date, reason }),
  z.strictObject({ type: z.literal('release-order'), reason }),
  z.strictObject({
    type: z.literal('begin-supply'),
    lines: z.array(lineNumber).min(1).max(5000).exactOptional(),
    readyOn: date,
    reason,
  }),
  z.strictObject({ type: z.literal('report-supply'), lines: quantities, reason }),
  z.strictObject({ type: z.literal('release-quality'), lines: quantities, reason }),
  z.strictObject({ type: z.literal('cancel-order'), reason }),
  z.strictObject({ type: z.literal('close-order'), reason }),
]);
export type OrderCommandRequest = z.output<typeof orderCommand>;

const carriage = {
  carrier: shortText.exactOptional(),
  tracking: shortText.exactOptional(),
  expectedArrival: date.exactOptional(),
  reason,
};
/** Ships everything open of `order`, or the named lines (of several orders of one customer, if need be). */
export const shipCommand = z.union([
  z.strictObject({ order: shortText, ...carriage }),
  z.strictObject({
    lines: z
      .array(z.strictObject({ order: shortText, line: z.int().min(1), quantity: decimal }))
      .min(1)
      .max(5000),
    ...carriage,
  }),
]);
export type ShipCommandRequest = z.output<typeof shipCommand>;
export const receiptCommand = z.strictObject({ on: date, reason });
