import { z } from 'zod';
import { customerPaperKinds } from '../attachment/attachment.ts';
import { creditVerdicts } from '../order/letter-of-credit.ts';
import { supplyModes } from '../order/supply.ts';
import { verdicts } from '../review/state.ts';
import { channels } from '../service/communication/communication.ts';
import { recheckPoints } from '../shipment/recheck.ts';
import { currency, date, decimal, instant, role, sha256, shortText, text, timeOfDay } from './values.ts';

const reason = text.exactOptional();
/** A file that was sent before (sendFile); the server knows its size and type. */
const sentFile = z.strictObject({ sha256, name: shortText });
export type SentFile = z.output<typeof sentFile>;
const lineNumber = z.int().min(1);
const quantities = z
  .array(z.strictObject({ line: lineNumber, quantity: decimal }))
  .min(1)
  .max(5000)
  .exactOptional();
/** What a letter of credit says (R30). */
export const creditTerms = {
  credit: shortText,
  bank: shortText,
  amount: decimal,
  currency,
  receivedOn: date,
  latestShipment: date,
  expires: date,
};
/** What a person may ask for an order; who and when come from the token and the server's clock. */
export const orderCommand = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('attach-paper'),
    kind: z.enum(customerPaperKinds),
    file: sentFile,
    note: text.exactOptional(),
    reason,
  }),
  z.strictObject({ type: z.literal('submit-order'), reason }),
  z.strictObject({ type: z.literal('ask-question'), replyBy: instant.exactOptional(), reason }),
  z.strictObject({
    type: z.literal('sign-off'),
    step: shortText,
    verdict: z.enum(verdicts),
    statement: text.exactOptional(),
    contentHash: shortText,
    reason,
  }),
  z.strictObject({ type: z.literal('ask-customer'), question: text, replyBy: instant.exactOptional(), reason }),
  z.strictObject({
    type: z.literal('record-answer'),
    number: z.int().min(1),
    from: shortText,
    answer: text,
    receivedAt: instant,
    reason,
  }),
  z.strictObject({ type: z.literal('void-order'), reason }),
  z.strictObject({
    type: z.literal('assign-order'),
    to: z.union([z.strictObject({ user: shortText }), z.strictObject({ role })]),
    reason,
  }),
  z.strictObject({
    type: z.literal('approve-order'),
    supply: z
      .array(z.strictObject({ line: lineNumber, mode: z.enum(supplyModes) }))
      .max(5000)
      .exactOptional(),
    statement: text.exactOptional(),
    reason,
  }),
  z.strictObject({ type: z.literal('issue-letter'), promisedOn: date.exactOptional(), reason }),
  z.strictObject({ type: z.literal('correct-letter'), reason }),
  z.strictObject({ type: z.literal('record-sending'), channel: z.enum(channels), to: shortText, reason }),
  z.strictObject({ type: z.literal('record-arrival'), on: date, reason }),
  z.strictObject({ type: z.literal('reject-copy'), on: date, reason }),
  z.strictObject({ type: z.literal('release-reservation'), reason }),
  z.strictObject({
    type: z.literal('record-countersign'),
    on: date,
    time: timeOfDay.exactOptional(),
    copy: sentFile.exactOptional(),
    reason,
  }),
  z.strictObject({ type: z.literal('release-order'), reason }),
  z.strictObject({
    type: z.literal('begin-supply'),
    lines: z.array(lineNumber).min(1).max(5000).exactOptional(),
    readyOn: date,
    materialsOn: date.exactOptional(),
    instructions: text.exactOptional(),
    reason,
  }),
  z.strictObject({
    type: z.literal('record-letter-of-credit'),
    terms: z.strictObject(creditTerms),
    reason,
  }),
  z.strictObject({ type: z.literal('examine-letter-of-credit'), verdict: z.enum(creditVerdicts), reason }),
  z.strictObject({ type: z.literal('allow-production'), reason }),
  z.strictObject({ type: z.literal('report-supply'), lines: quantities, reason }),
  z.strictObject({ type: z.literal('release-quality'), lines: quantities, reason }),
  z.strictObject({
    type: z.literal('request-shipping'),
    on: date,
    lines: quantities,
    note: text.exactOptional(),
    reason,
  }),
  z.strictObject({ type: z.literal('allow-shipping'), reason }),
  z.strictObject({ type: z.literal('hold-again'), reason }),
  z.strictObject({ type: z.literal('cancel-order'), reason }),
  z.strictObject({ type: z.literal('close-order'), reason }),
  z.strictObject({ type: z.literal('sign-destruction'), reason }),
]);
export type OrderCommandRequest = z.output<typeof orderCommand>;

/** `version`: of the order, as whoever decides saw it; another one by now is refused. */
const orderLine = z.strictObject({ order: shortText, line: lineNumber, version: z.int().min(1) });
/** Row A: goods held for one line go to another, whose order is approved with them. */
export const reallocation = z.strictObject({
  from: orderLine,
  to: orderLine,
  quantity: decimal,
  /** When the line that loses them will be completed instead. */
  newDate: date,
  reason,
});
export type ReallocationRequest = z.output<typeof reallocation>;

/** R38: who looked at the goods once more, absent = whoever ships; every point confirmed, or what was found otherwise. */
const recheck = z.strictObject({
  by: shortText.exactOptional(),
  confirmed: z.array(z.enum(recheckPoints)).max(recheckPoints.length),
  differences: z
    .array(z.strictObject({ point: z.enum(recheckPoints), what: text }))
    .max(recheckPoints.length)
    .exactOptional(),
});
const carriage = {
  /** Ahead of letter and money; the papers follow (row 11). */
  emergency: z.literal(true).exactOptional(),
  carrier: shortText.exactOptional(),
  tracking: shortText.exactOptional(),
  expectedArrival: date.exactOptional(),
  /** Nothing leaves without; asked last, so that what stands in the way besides is said before. */
  recheck: recheck.exactOptional(),
  reason,
};
/** Ships everything open of `order`, or the named lines (of several orders of one customer, if need be). */
export const shipCommand = z.union([
  z.strictObject({ order: shortText, ...carriage }),
  z.strictObject({
    lines: z
      .array(
        z.strictObject({
          order: shortText,
          line: z.int().min(1),
          quantity: decimal,
          batch: shortText.exactOptional(),
          /** The paper by which goods of this line were taken in that the stock sheet doesn't count yet. */
          takenIn: shortText.exactOptional(),
        }),
      )
      .min(1)
      .max(5000),
    ...carriage,
  }),
]);
export type ShipCommandRequest = z.output<typeof shipCommand>;
export const receiptCommand = z.strictObject({
  on: date,
  /** Not taken in at the door (R42). */
  refused: z
    .array(z.strictObject({ order: shortText, line: z.int().min(1), quantity: decimal }))
    .max(5000)
    .exactOptional(),
  objection: text.exactOptional(),
  /** The signed receipt. */
  copy: sentFile.exactOptional(),
  reason,
});
export type ReceiptRequest = z.output<typeof receiptCommand>;
