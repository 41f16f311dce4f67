import { z } from 'zod';
import { agreementForms } from '../../change/change.ts';
import { departments } from '../../change/departments.ts';
import { parties } from '../../record/party.ts';
import { date, decimal, shortText, text } from '../values.ts';
import { type AsCommand, lineNumber, notNegative, positive, reason } from './parts.ts';

/** Change requests 订单变更申请单 over HTTP (R31–R33). */

const goods = {
  itemCode: shortText,
  itemName: text.exactOptional(),
  specification: text.exactOptional(),
  color: shortText.exactOptional(),
  unit: shortText.exactOptional(),
  unitPrice: notNegative,
  discount: notNegative.exactOptional(),
};
/** What is asked for; new goods are checked like a row of a new order, which fills in what the price list says of them. */
const changeItem = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('line-quantity'), line: lineNumber, quantity: positive }),
  z.strictObject({ kind: z.literal('line-item'), line: lineNumber, goods: z.strictObject(goods) }),
  z.strictObject({
    kind: z.literal('line-price'),
    line: lineNumber,
    unitPrice: notNegative,
    discount: notNegative.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('line-date'),
    line: lineNumber,
    dueDate: date,
    agreedArrival: date.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('line-requirements'), line: lineNumber, specialRequirements: text }),
  z.strictObject({ kind: z.literal('line-address'), line: lineNumber, address: text.min(1) }),
  z.strictObject({
    kind: z.literal('line-source'),
    line: lineNumber,
    warehouse: shortText.exactOptional(),
    batch: shortText.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('delivery-address'),
    address: text.min(1),
    contact: text.exactOptional(),
    phone: text.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('add-line'),
    content: z.strictObject({
      ...goods,
      quantity: positive,
      dueDate: date.exactOptional(),
      agreedArrival: date.exactOptional(),
      address: text.exactOptional(),
      warehouse: shortText.exactOptional(),
      batch: shortText.exactOptional(),
      specialRequirements: text.exactOptional(),
      remark: text.exactOptional(),
    }),
  }),
  z.strictObject({ kind: z.literal('remove-line'), line: lineNumber }),
  z.strictObject({ kind: z.literal('close-remainder'), lines: z.array(lineNumber).max(5000) }),
  z.strictObject({ kind: z.literal('cancel') }),
]);
export type AskedItem = z.output<typeof changeItem>;
export const changeItemKinds = changeItem.options.map(({ shape }) => shape.kind.value);

const revision = z.strictObject({ contentHash: shortText, letter: z.int().min(0) });
const source = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('customer'), paper: shortText.exactOptional() }),
  z.strictObject({ from: z.literal('inside'), department: z.enum([...departments, 'sales']) }),
]);
/** `against`: the revision who asks has before him (`revision` of the order's view); without it, the order as it stands. */
export const askChange = z.strictObject({
  order: shortText,
  against: revision.exactOptional(),
  source,
  items: z.array(changeItem).min(1).max(200),
  reason,
});

const amounts = z.array(z.strictObject({ what: text.min(1), amount: positive })).max(100);
export const changeCommand = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('assess-change'),
    department: z.enum(departments),
    effect: z.strictObject({
      costs: amounts,
      charges: z.array(z.strictObject({ what: text.min(1), amount: positive, itemCode: shortText })).max(100),
      dates: z.array(z.strictObject({ line: lineNumber, date })).max(5000),
      stock: z.array(z.strictObject({ itemCode: shortText, quantity: decimal })).max(5000),
      statement: text,
    }),
    reason,
  }),
  z.strictObject({
    type: z.literal('settle-loss'),
    shares: z
      .array(z.strictObject({ party: z.enum(parties), amount: positive }))
      .min(1)
      .max(20),
    basis: text,
    reason,
  }),
  z.strictObject({
    type: z.literal('record-agreement'),
    form: z.enum(agreementForms),
    on: date,
    paper: shortText,
    reason,
  }),
  z.strictObject({
    type: z.literal('cosign-change'),
    department: z.enum(departments),
    agrees: z.boolean(),
    statement: text,
    reason,
  }),
  z.strictObject({ type: z.literal('approve-change'), reason }),
  z.strictObject({ type: z.literal('bring-into-force'), reason }),
  z.strictObject({ type: z.literal('refuse-change'), reason }),
  z.strictObject({ type: z.literal('withdraw-change'), reason }),
]);
/** Bringing it into force is the order's business too (server/app/side-records/bring-into-force.ts). */
export type ChangeAsked =
  | AsCommand<'ask-change', typeof askChange>
  | Exclude<z.output<typeof changeCommand>, { readonly type: 'bring-into-force' }>;
