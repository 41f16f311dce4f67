import { z } from 'zod';
import { agreementForms } from '../../change/change.ts';
import { departments } from '../../change/departments.ts';
import { changeLifecycle } from '../../change/transitions.ts';
import { parties } from '../../record/party.ts';
import { finding } from '../finding-view.ts';
import { computed, date, role } from '../values.ts';
import { changeItemKinds } from './change.ts';
import { kept, stampView } from './parts.ts';

/** A change request as it is shown. */

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
  kind: z.enum(changeItemKinds),
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

/** Goods that don't pass the check come back as findings; `row` = place of the item in what was asked, from 1. Nothing is kept then. */
export const askedChange = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('asked'), change: changeView }),
  z.object({ outcome: z.literal('findings'), findings: z.array(finding) }),
]);
