import { z } from 'zod';
import { agreementForms } from '../../change/change.ts';
import { departments } from '../../change/departments.ts';
import { changeLifecycle } from '../../change/transitions.ts';
import { parties } from '../../record/party.ts';
import { computed, date, decimal, role, shortText, text } from '../values.ts';
import { finding } from '../views.ts';
import { type AsCommand, kept, lineNumber, notNegative, positive, reason, stampView } from './parts.ts';

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
  z.strictObject({ kind: z.literal('line-date'), line: lineNumber, dueDate: date }),
  z.strictObject({ kind: z.literal('line-requirements'), line: lineNumber, specialRequirements: text }),
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
      specialRequirements: text.exactOptional(),
      remark: text.exactOptional(),
    }),
  }),
  z.strictObject({ kind: z.literal('remove-line'), line: lineNumber }),
  z.strictObject({ kind: z.literal('close-remainder'), lines: z.array(lineNumber).max(5000) }),
  z.strictObject({ kind: z.literal('cancel') }),
]);
export type AskedItem = z.output<typeof changeItem>;

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
  z.strictObject({ type: z.literal('refuse-change'), reason }),
  z.strictObject({ type: z.literal('withdraw-change'), reason }),
]);
export type ChangeAsked = AsCommand<'ask-change', typeof askChange> | z.output<typeof changeCommand>;

const shownGoods = {
  itemCode: z.string(),
  itemName: z.string(),
  specification: z.string().exactOptional(),
  color: z.string().exactOptional(),
  unit: z.string().exactOptional(),
  unitPrice: computed,
  discount: computed.exactOptional(),
};
const shownLine = z.object({
  ...shownGoods,
  quantity: computed,
  amount: computed,
  dueDate: date.exactOptional(),
  specialRequirements: z.string().exactOptional(),
  remark: z.string().exactOptional(),
});
/** As asked; of new goods with what the price list says of them. */
const shownItem = z.object({
  kind: z.enum(changeItem.options.map(({ shape }) => shape.kind.value) as [AskedItem['kind']]),
  line: z.int().exactOptional(),
  lines: z.array(z.int()).exactOptional(),
  quantity: computed.exactOptional(),
  unitPrice: computed.exactOptional(),
  discount: computed.exactOptional(),
  dueDate: date.exactOptional(),
  specialRequirements: z.string().exactOptional(),
  address: z.string().exactOptional(),
  contact: z.string().exactOptional(),
  phone: z.string().exactOptional(),
  goods: z.object(shownGoods).exactOptional(),
  content: shownLine.exactOptional(),
});
const costs = z.array(z.object({ what: z.string(), amount: computed }));
const signed = { department: z.enum(departments), statement: z.string() };

export const changeView = z.object({
  ...kept,
  status: z.enum(changeLifecycle.statuses),
  order: z.string(),
  against: z.object({ contentHash: z.string(), letter: z.int() }),
  source: z.object({
    from: z.enum(['customer', 'inside']),
    paper: z.string().exactOptional(),
    department: z.enum([...departments, 'sales']).exactOptional(),
  }),
  items: z.array(shownItem),
  /** Who is asked what it does, and co-signs it. */
  departments: z.array(z.enum(departments)),
  asked: stampView,
  askedOn: date,
  assessments: z.array(
    z.object({
      ...signed,
      costs,
      charges: z.array(z.object({ what: z.string(), amount: computed, itemCode: z.string() })),
      dates: z.array(z.object({ line: z.int(), date })),
      stock: z.array(z.object({ itemCode: z.string(), quantity: computed })),
      assessed: stampView,
    }),
  ),
  loss: z
    .object({
      shares: z.array(z.object({ party: z.enum(parties), amount: computed })),
      basis: z.string(),
      settled: stampView,
    })
    .exactOptional(),
  agreement: z
    .object({ form: z.enum(agreementForms), on: date, paper: z.string(), recorded: stampView })
    .exactOptional(),
  signatures: z.array(z.object({ ...signed, agrees: z.boolean(), signed: stampView })).exactOptional(),
  approvals: z.array(z.object({ as: role, approved: stampView })).exactOptional(),
  inForce: stampView.exactOptional(),
  redLine: z
    .array(
      z.object({
        line: z.int().nullable(),
        field: z.string(),
        before: z.union([z.string(), z.number(), z.boolean()]).nullable(),
        after: z.union([z.string(), z.number(), z.boolean()]).nullable(),
      }),
    )
    .exactOptional(),
  refused: stampView.exactOptional(),
  withdrawn: stampView.exactOptional(),
});
export type ChangeView = z.output<typeof changeView>;

/** Goods that don't pass the check come back as findings; `row` = place of the item in what was asked, from 1. Nothing is kept then. */
export const askedChange = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('asked'), change: changeView }),
  z.object({ outcome: z.literal('findings'), findings: z.array(finding) }),
]);
