import { z } from 'zod';
import { holdReasons } from '../hold/reasons.ts';
import { creditVerdicts } from '../order/letter-of-credit.ts';
import { orderTypes } from '../order/order-type.ts';
import { ownedBy } from '../order/owner.ts';
import { stockDoubts } from '../order/reserve.ts';
import { supplyModes } from '../order/supply.ts';
import { paperKinds } from '../paper/paper.ts';
import { deliveryNoteSheets } from '../policy/settings/office.ts';
import { attachmentView } from './attachments.ts';
import { creditTerms } from './commands.ts';
import { finding } from './finding-view.ts';
import { moneyRecordSummary, orderMoney } from './money-views.ts';
import { orderStanding } from './order-standing.ts';
import { action } from './refusals.ts';
import { reviewView } from './review-view.ts';
import { shipmentView } from './shipment-view.ts';
import { sideRecordSummary } from './side-records/summary.ts';
import { computed, date, instant, locale, role } from './values.ts';

/** What the server answers with about orders. Shapes only; what they mean is in core. */
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
