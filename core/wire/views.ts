import { z } from 'zod';
import { type CheckCode, checkCodes } from '../check/codes.ts';
import { detailCodes } from '../check/detail.ts';
import { booksNeeded } from '../check/missing-books.ts';
import { holdReasons } from '../hold/reasons.ts';
import { creditVerdicts } from '../order/letter-of-credit.ts';
import { orderTypes } from '../order/order-type.ts';
import { ownedBy } from '../order/owner.ts';
import { refusalCodes } from '../order/refusal.ts';
import { stockDoubts } from '../order/reserve.ts';
import { orderStatuses } from '../order/status.ts';
import { supplyModes } from '../order/supply.ts';
import { paperKinds } from '../paper/paper.ts';
import { aspects } from '../policy/aspects.ts';
import { deliveryNoteSheets } from '../policy/settings/office.ts';
import { type ReasonCode, reasonCodes } from '../review/reason.ts';
import { verdicts } from '../review/state.ts';
import { recheckPoints } from '../shipment/recheck.ts';
import { attachmentView } from './attachments.ts';
import { creditTerms } from './commands.ts';
import { moneyRecordSummary, orderMoney } from './money-views.ts';
import { orderStanding } from './order-standing.ts';
import { sideRecordSummary } from './side-records/summary.ts';
import { computed, date, instant, locale, role } from './values.ts';

/** What the server answers with. Shapes only; what they mean is in core. */
const shown = z.object({
  kind: z.enum(['text', 'money', 'quantity', 'date', 'ratio']),
  value: z.string(),
  currency: z.string().exactOptional(),
  unit: z.string().exactOptional(),
});
const fix = z.object({
  sheet: z.string(),
  cell: z.string(),
  row: z.int(),
  column: z.int(),
  value: z.union([z.string(), z.number()]),
  format: z.string().exactOptional(),
});
const detail = z.object({
  code: z.enum(detailCodes),
  values: z.record(z.string(), shown).exactOptional(),
});
export const finding = z.object({
  code: z.enum(Object.keys(checkCodes) as [CheckCode, ...CheckCode[]]),
  severity: z.enum(['error', 'warning', 'info']),
  file: z.string().exactOptional(),
  sheet: z.string(),
  cell: z.string(),
  row: z.int(),
  column: z.int(),
  order: z.string().nullable(),
  expected: shown.exactOptional(),
  actual: shown.exactOptional(),
  data: z.record(z.string(), z.string()).exactOptional(),
  details: z.array(detail.extend({ list: z.array(detail).exactOptional() })).exactOptional(),
  fix: fix.exactOptional(),
  choices: z.array(fix.extend({ label: z.string() })).exactOptional(),
});
export const refusal = z.object({
  code: z.enum(refusalCodes),
  status: z.enum(orderStatuses).exactOptional(),
  who: z.array(role).exactOptional(),
  from: z.array(z.enum(orderStatuses)).exactOptional(),
  data: z.record(z.string(), z.string()).exactOptional(),
});

/** What posting would say, before it is done. */
export const serverCheck = z.object({
  findings: z.array(finding),
  /** Books nobody has published yet: without them no order is taken. */
  missing: z.array(z.enum(booksNeeded)),
  turnedAway: z.array(z.object({ order: z.int().min(0), findings: z.array(finding) })),
});

const saidOfLine = z.object({ quantity: computed, unitPrice: computed }).nullable();

/** The orders on the server that posting these rows would come to; rows of which it knows nothing are left out. */
export const knownOrders = z.object({
  known: z.array(
    z.object({
      /** Its place among those that were asked about. */
      order: z.int().min(0),
      number: z.string(),
      /** The rows say what the order says; or posting them mends a draft kept with errors, changes the order, is refused. */
      posting: z.enum(['same', 'mends', 'edits', 'refused']),
      differing: z.array(z.object({ item: z.string(), there: saidOfLine, here: saidOfLine })).exactOptional(),
    }),
  ),
});

/** One posted order's fate (X4), in the order they were sent. */
export const postResult = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('posted'),
    key: z.string().nullable(),
    number: z.string(),
    ...orderStanding,
    findings: z.array(finding),
  }),
  z.object({
    outcome: z.literal('edited'),
    key: z.string().nullable(),
    number: z.string(),
    ...orderStanding,
    findings: z.array(finding),
  }),
  z.object({
    outcome: z.literal('unchanged'),
    key: z.string().nullable(),
    number: z.string(),
    ...orderStanding,
  }),
  z.object({ outcome: z.literal('findings'), key: z.string().nullable(), findings: z.array(finding) }),
  /** Kept as a draft in spite of its errors, where that was asked for. */
  z.object({
    outcome: z.literal('saved'),
    key: z.string().nullable(),
    number: z.string(),
    ...orderStanding,
    findings: z.array(finding),
  }),
  z.object({ outcome: z.literal('refused'), key: z.string().nullable(), number: z.string().exactOptional(), refusal }),
]);
export type PostResult = z.output<typeof postResult>;

const customer = z.object({
  code: z.string(),
  name: z.string(),
  customerClass: z.string().exactOptional(),
  contact: z.string().exactOptional(),
  phone: z.string().exactOptional(),
  address: z.string().exactOptional(),
});

/** Who is responsible for an order, and what made it his. */
export const orderOwner = z.union([
  z.object({ userId: z.string(), name: z.string(), by: z.enum(ownedBy) }),
  z.object({ role, by: z.enum(ownedBy) }),
]);

/** A row of a list: enough to choose by. */
export const orderSummary = z.object({
  number: z.string(),
  /** Absent = a normal order. */
  type: z.enum(orderTypes).exactOptional(),
  key: z.string().nullable(),
  customer: z.string(),
  customerClass: z.string().exactOptional(),
  ...orderStanding,
  owner: orderOwner,
  currency: z.string(),
  total: computed,
  postedAt: instant,
  /** The nearest date promised or, before the letter, wished. */
  due: date.nullable(),
  /** Days past what the status waits for (letter back, goods out); 0 = in time. */
  lateDays: z.int(),
});
export type OrderSummary = z.output<typeof orderSummary>;

/** One thing that waits for somebody: the command he could send, to an order, or to a hold on an order or a customer. */
export const workEntry = z.object({
  /** Absent where a hold lies on a customer. */
  order: orderSummary.exactOptional(),
  hold: z
    .object({ number: z.string(), reason: z.enum(holdReasons), customerCode: z.string().exactOptional() })
    .exactOptional(),
  command: z.string(),
  /** Of a signature: the step of the review. */
  step: z.string().exactOptional(),
  /** A moment where hours count, else a day. */
  due: z.union([instant, date]).exactOptional(),
  isLate: z.boolean(),
  /** The order is the caller's own. */
  owned: z.boolean(),
  /** His roles are asked; else he only follows what becomes of it. */
  asked: z.boolean(),
});

/** What can be done now; refused ones carry why and who could, so that a screen greys them out with the reason. */
export const action = z.object({
  command: z.string(),
  allowed: z.boolean(),
  needsReason: z.boolean(),
  refusal: refusal.exactOptional(),
});
export const paperView = z.object({
  paper: z.string(),
  kind: z.enum(paperKinds),
  locale,
  revision: z.int(),
  /** What a delivery note is printed on. */
  sheet: z.enum(deliveryNoteSheets).exactOptional(),
  issuedAt: instant,
  issuedBy: z.string(),
  filed: z.object({ sha256: z.string(), pages: z.int() }).exactOptional(),
  /** Why its last print failed; asking for the paper tries again. */
  fault: z.string().exactOptional(),
});
export const historyEntry = z.object({
  at: instant,
  /** Null = not for this reader to know. */
  by: z.string().nullable(),
  type: z.string(),
  reason: z.string().exactOptional(),
  data: z.record(z.string(), z.string()).exactOptional(),
});
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
/** Who must sign, why, until when, who did (R11–R13). */
export const reviewView = z.object({
  /** What a signature names: of the content it is for. */
  contentHash: z.string(),
  isComplete: z.boolean(),
  steps: z.array(
    z.object({
      id: z.string(),
      aspect: z.enum(aspects),
      /** Steps of one stage are signed in parallel. */
      stage: z.int(),
      status: z.enum(['waiting', 'open', 'objected', 'agreed']),
      reasons: z.array(
        z.object({
          code: z.enum(Object.keys(reasonCodes) as [ReasonCode, ...ReasonCode[]]),
          values: z.record(z.string(), shown).exactOptional(),
          redacted: z.literal(true).exactOptional(),
        }),
      ),
      who: z.array(role),
      due: instant.exactOptional(),
      isLate: z.boolean().exactOptional(),
      /** Who is asked by now: more with every deadline that has passed. */
      asked: z.array(role).exactOptional(),
      signed: z
        .object({
          verdict: z.enum(verdicts),
          role,
          at: instant,
          by: z.string(),
          statement: z.string().exactOptional(),
          reason: z.string().exactOptional(),
        })
        .exactOptional(),
    }),
  ),
  questions: z.array(
    z.object({
      number: z.int(),
      question: z.string(),
      askedBy: z.string(),
      askedAt: instant,
      replyBy: instant,
      isLate: z.boolean(),
      answer: z.string().exactOptional(),
      from: z.string().exactOptional(),
      receivedAt: instant.exactOptional(),
    }),
  ),
});
export const orderView = z.object({
  ...orderMoney,
  /** As in the list. */
  lateDays: z.int(),
  number: z.string(),
  /** Rises with each event of the order and its shipments; sent back in If-Match. */
  version: z.int(),
  /** What a change request is asked against. */
  revision: z.object({ contentHash: z.string(), letter: z.int() }),
  type: z.enum(orderTypes).exactOptional(),
  key: z.string().nullable(),
  poNumber: z.string().exactOptional(),
  customer,
  ...orderStanding,
  owner: orderOwner,
  currency: z.string(),
  total: computed,
  orderDate: date.exactOptional(),
  paymentTerms: z.string().exactOptional(),
  deliveryMethod: z.string().exactOptional(),
  salesperson: z.string().exactOptional(),
  lines: z.array(
    z.object({
      line: z.int(),
      itemCode: z.string(),
      itemName: z.string(),
      specification: z.string().exactOptional(),
      color: z.string().exactOptional(),
      unit: z.string().exactOptional(),
      quantity: computed,
      unitPrice: computed,
      discount: computed.exactOptional(),
      amount: computed,
      reserved: computed,
      shipped: computed,
      received: computed,
      open: computed,
      /** Of `open`, what the warehouse was asked to send; absent = nothing. */
      requested: computed.exactOptional(),
      /** Of `open`, what may leave now. */
      ready: computed,
      /** The most that may leave now where the policy tolerates more than what is open. */
      atMost: computed.exactOptional(),
      /** Where it comes from when not from stock, and the date written down for it. */
      supply: z
        .object({
          mode: z.enum(supplyModes),
          readyOn: date.exactOptional(),
          materialsOn: date.exactOptional(),
          instructions: z.string().exactOptional(),
          reported: computed,
          released: computed,
        })
        .exactOptional(),
      /** Of an order in review: stock doesn't answer for it; whoever confirms it says where the goods come from. */
      stock: z.enum(stockDoubts).exactOptional(),
      wished: date.exactOptional(),
      promised: date.exactOptional(),
      postponed: date.exactOptional(),
      /** The last date the customer agreed to have it by, and the one he was promised first (R28, R61). */
      agreedArrival: date.exactOptional(),
      firstPromised: date.exactOptional(),
      /** Where it goes, where that isn't the order's address; where it comes from, where that is named. */
      address: z.string().exactOptional(),
      warehouse: z.string().exactOptional(),
      batch: z.string().exactOptional(),
      specialRequirements: z.string().exactOptional(),
      remark: z.string().exactOptional(),
    }),
  ),
  /** The promise of the customer's bank (R30). */
  letterOfCredit: z
    .object({
      ...creditTerms,
      examined: z.array(
        z.object({ by: z.string(), verdict: z.enum(creditVerdicts), reason: z.string().exactOptional() }),
      ),
    })
    .exactOptional(),
  /** Of a draft that was saved with errors, instead of lines: what its rows say, and what is wrong with them. */
  unresolved: z
    .object({
      rows: z.array(
        z.object({
          /** As the sheet counts them. */
          row: z.int(),
          itemCode: z.string().exactOptional(),
          itemName: z.string().exactOptional(),
          quantity: computed.exactOptional(),
          unit: z.string().exactOptional(),
          unitPrice: computed.exactOptional(),
          amount: computed.exactOptional(),
          dueDate: date.exactOptional(),
        }),
      ),
      findings: z.array(finding),
    })
    .exactOptional(),
  /** Absent before the first submission. */
  review: reviewView.exactOptional(),
  papers: z.array(paperView),
  /** Files that came in: the customer's papers, the countersigned copy, signed receipts. */
  attachments: z.array(attachmentView),
  shipments: z.array(shipmentView),
  /** Changes, returns, holds (also on its customer), what was said: as far as who asks may see them. */
  sideRecords: z.array(sideRecordSummary),
  moneyRecords: z.array(moneyRecordSummary),
  history: z.array(historyEntry),
  actions: z.array(action),
});
export type OrderView = z.output<typeof orderView>;

export const user = z.object({ id: z.string(), name: z.string(), roles: z.array(role), locale });
export type User = z.output<typeof user>;

/** Every error answer of the API: one shape. `code` names a text in locales (refusals or screens). */
export const problem = z.object({
  code: z.string(),
  message: z.string(),
  refusal: refusal.exactOptional(),
  /** For bad input: path of the field and what is wrong with it. */
  issues: z.array(z.object({ path: z.string(), message: z.string() })).exactOptional(),
});
export type Problem = z.output<typeof problem>;
