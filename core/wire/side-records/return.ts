import { z } from 'zod';
import { parties } from '../../record/party.ts';
import { conditions, returnKinds } from '../../return/goods-return.ts';
import { returnLifecycle } from '../../return/transitions.ts';
import { computed, currency, date, shortText, text } from '../values.ts';
import { type AsCommand, kept, lineNumber, notNegative, orderLine, positive, reason, stampView } from './parts.ts';

/** Goods that come back over HTTP (R43). */

const line = { order: shortText, line: lineNumber };
const many = 5000;
export const askReturn = z.strictObject({
  kind: z.enum(returnKinds),
  lines: z
    .array(z.strictObject({ ...line, quantity: positive }))
    .min(1)
    .max(many),
  reason,
});
export const returnCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('approve-return'), reason }),
  z.strictObject({
    type: z.literal('inspect-return'),
    arrivedOn: date,
    lines: z
      .array(
        z.strictObject({
          ...line,
          accepted: notNegative,
          rejected: notNegative,
          condition: z.enum(conditions),
          remark: text.exactOptional(),
        }),
      )
      .min(1)
      .max(many),
    fault: z.enum(parties),
    reason,
  }),
  z.strictObject({
    type: z.literal('dispose-return'),
    lines: z
      .array(z.strictObject({ ...line, restocked: notNegative, scrapped: notNegative, repaired: notNegative }))
      .min(1)
      .max(many),
    reason,
  }),
  z.strictObject({ type: z.literal('refund-return'), amount: positive, currency, paper: shortText, reason }),
  z.strictObject({ type: z.literal('replace-return'), order: shortText, reason }),
  z.strictObject({ type: z.literal('hand-back-return'), on: date, reason }),
  z.strictObject({ type: z.literal('refuse-return'), reason }),
  z.strictObject({ type: z.literal('withdraw-return'), reason }),
]);
export type ReturnAsked = AsCommand<'ask-return', typeof askReturn> | z.output<typeof returnCommand>;

export const returnView = z.object({
  ...kept,
  status: z.enum(returnLifecycle.statuses),
  kind: z.enum(returnKinds),
  customerCode: z.string(),
  lines: z.array(z.object({ ...orderLine, quantity: computed })),
  asked: stampView,
  askedOn: date,
  approved: stampView.exactOptional(),
  inspection: z
    .object({
      arrivedOn: date,
      lines: z.array(
        z.object({
          ...orderLine,
          accepted: computed,
          rejected: computed,
          condition: z.enum(conditions),
          remark: z.string().exactOptional(),
        }),
      ),
      fault: z.enum(parties),
      inspected: stampView,
    })
    .exactOptional(),
  disposition: z
    .object({
      lines: z.array(z.object({ ...orderLine, restocked: computed, scrapped: computed, repaired: computed })),
      disposed: stampView,
    })
    .exactOptional(),
  refund: z.object({ amount: computed, currency: z.string(), paper: z.string(), refunded: stampView }).exactOptional(),
  /** The order that replaces the goods. */
  replacement: z.object({ order: z.string(), replaced: stampView }).exactOptional(),
  handedBack: z.object({ on: date, handedBack: stampView }).exactOptional(),
  refused: stampView.exactOptional(),
  withdrawn: stampView.exactOptional(),
});
