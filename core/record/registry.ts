import type { ChangeNumber, ChangeRequest } from '../change/change.ts';
import type { ChangeEvent } from '../change/event.ts';
import { evolveChange } from '../change/evolve.ts';
import type { HoldEvent } from '../hold/event.ts';
import { evolveHold } from '../hold/evolve.ts';
import type { Hold, HoldNumber } from '../hold/hold.ts';
import { evolveInvoice } from '../invoice/evolve.ts';
import type { Invoice, InvoiceEvent, InvoiceNumber } from '../invoice/invoice.ts';
import { evolveOpening } from '../opening/evolve.ts';
import type { Opening, OpeningEvent } from '../opening/opening.ts';
import type { OrderEvent } from '../order/event.ts';
import { evolve } from '../order/evolve.ts';
import type { OrderNumber, OrderState } from '../order/state.ts';
import { evolvePaper, type Paper, type PaperEvent } from '../paper/paper.ts';
import { evolvePayment } from '../payment/evolve.ts';
import type { Payment, PaymentEvent, PaymentNumber } from '../payment/payment.ts';
import type { ReturnEvent } from '../return/event.ts';
import { evolveReturn } from '../return/evolve.ts';
import type { GoodsReturn, ReturnNumber } from '../return/goods-return.ts';
import type { CommunicationEvent } from '../service/communication/command.ts';
import type { Communication, CommunicationNumber } from '../service/communication/communication.ts';
import { evolveCommunication } from '../service/communication/evolve.ts';
import type { ComplaintEvent } from '../service/complaint/command.ts';
import type { Complaint, ComplaintNumber } from '../service/complaint/complaint.ts';
import { evolveComplaint } from '../service/complaint/evolve.ts';
import type { SurveyEvent } from '../service/survey/command.ts';
import { evolveSurvey } from '../service/survey/evolve.ts';
import type { Survey } from '../service/survey/survey.ts';
import { evolveShipment } from '../shipment/evolve.ts';
import type { Shipment, ShipmentEvent, ShipmentNumber } from '../shipment/shipment.ts';
import { evolveWriteOff } from '../write-off/evolve.ts';
import type { WriteOff, WriteOffEvent, WriteOffNumber } from '../write-off/write-off.ts';
import { type RecordDefinition, recordOf } from './record-definition.ts';

/**
 * Every kind of record there is (docs/adr/0012-record-registry-and-chain.md). A new kind is one entry here: the store
 * keeps, loads, chains and proves it from then on. The key stands in documents on disk and never changes.
 */
const recordKinds = {
  order: recordOf<OrderState, OrderEvent, OrderNumber>({
    folder: 'orders',
    series: 'SO',
    evolve,
    number: ({ number }) => number,
    orders: () => [],
    customer: ({ customer }) => customer.code,
  }),
  shipment: recordOf<Shipment, ShipmentEvent, ShipmentNumber>({
    folder: 'shipments',
    series: 'DN',
    evolve: evolveShipment,
    number: ({ number }) => number,
    orders: ({ lines }) => lines.map(({ order }) => order),
    customer: ({ customerCode }) => customerCode,
  }),
  paper: recordOf<Paper, PaperEvent, string>({
    folder: 'papers',
    series: null,
    evolve: evolvePaper,
    number: ({ paper }) => paper,
    orders: ({ orders }) => orders,
    customer: () => null,
  }),
  payment: recordOf<Payment, PaymentEvent, PaymentNumber>({
    folder: 'payments',
    series: 'PAY',
    evolve: evolvePayment,
    number: ({ number }) => number,
    orders: ({ allocations }) => allocations.map(({ order }) => order),
    customer: ({ customerCode }) => customerCode,
  }),
  'write-off': recordOf<WriteOff, WriteOffEvent, WriteOffNumber>({
    folder: 'write-offs',
    series: 'WO',
    evolve: evolveWriteOff,
    number: ({ number }) => number,
    orders: ({ order }) => [order],
    customer: ({ customerCode }) => customerCode,
  }),
  /** Named after its order: one each. */
  opening: recordOf<Opening, OpeningEvent, OrderNumber>({
    folder: 'openings',
    series: null,
    evolve: evolveOpening,
    number: ({ number }) => number,
    orders: ({ number }) => [number],
    customer: ({ customerCode }) => customerCode,
  }),
  invoice: recordOf<Invoice, InvoiceEvent, InvoiceNumber>({
    folder: 'invoices',
    series: 'INV',
    evolve: evolveInvoice,
    number: ({ number }) => number,
    orders: ({ lines }) => lines.map(({ order }) => order),
    customer: ({ customerCode }) => customerCode,
    names: ({ taxNumber, reversals }) => [taxNumber, ...reversals.map(({ redNumber }) => redNumber)],
  }),
  change: recordOf<ChangeRequest, ChangeEvent, ChangeNumber>({
    folder: 'changes',
    series: 'CR',
    evolve: evolveChange,
    number: ({ number }) => number,
    orders: ({ order }) => [order],
    customer: () => null,
  }),
  return: recordOf<GoodsReturn, ReturnEvent, ReturnNumber>({
    folder: 'returns',
    series: 'RT',
    evolve: evolveReturn,
    number: ({ number }) => number,
    orders: ({ lines }) => lines.map(({ order }) => order),
    customer: ({ customerCode }) => customerCode,
  }),
  hold: recordOf<Hold, HoldEvent, HoldNumber>({
    folder: 'holds',
    series: 'HD',
    evolve: evolveHold,
    number: ({ number }) => number,
    orders: ({ scope }) => (scope.on === 'customer' ? [] : [scope.order]),
    customer: ({ scope }) => (scope.on === 'customer' ? scope.customerCode : null),
  }),
  communication: recordOf<Communication, CommunicationEvent, CommunicationNumber>({
    folder: 'communications',
    series: 'CL',
    evolve: evolveCommunication,
    number: ({ number }) => number,
    orders: ({ orders }) => orders,
    customer: ({ customerCode }) => customerCode,
  }),
  complaint: recordOf<Complaint, ComplaintEvent, ComplaintNumber>({
    folder: 'complaints',
    series: 'CP',
    evolve: evolveComplaint,
    number: ({ number }) => number,
    orders: ({ orders }) => orders,
    customer: () => null,
  }),
  /** Named after its order: it is asked once. */
  survey: recordOf<Survey, SurveyEvent, OrderNumber>({
    folder: 'surveys',
    series: null,
    evolve: evolveSurvey,
    renamed: { 'satisfaction-asked': 'survey-sent', 'satisfaction-recorded': 'survey-answered' },
    number: ({ number }) => number,
    orders: ({ number }) => [number],
    customer: () => null,
  }),
};

type Definitions = typeof recordKinds;
export type RecordKind = keyof Definitions;
export type StateOf<Kind extends RecordKind> = ReturnType<Definitions[Kind]['evolve']>;
export type EventOf<Kind extends RecordKind> = Parameters<Definitions[Kind]['evolve']>[1];
export type NumberOf<Kind extends RecordKind> = ReturnType<Definitions[Kind]['number']>;

export const allRecordKinds = Object.keys(recordKinds) as readonly RecordKind[];

export const definitionOf = <Kind extends RecordKind>(
  kind: Kind,
): RecordDefinition<StateOf<Kind>, EventOf<Kind>, NumberOf<Kind>> =>
  // What the entry is, said in the words of its kind: TypeScript can't see that for a kind it doesn't know yet.
  recordKinds[kind] as unknown as RecordDefinition<StateOf<Kind>, EventOf<Kind>, NumberOf<Kind>>;

/** The event by the name it has today, whatever it was called when it was stored. */
export function presentEvent<Kind extends RecordKind>(kind: Kind, event: EventOf<Kind>): EventOf<Kind> {
  const type = definitionOf(kind).renamed?.[event.type];
  return type === undefined ? event : { ...event, type };
}

/**
 * The record that its events tell of. An empty stream is a broken invariant and throws, and so is one that tells of a
 * record of another name.
 */
export function replayRecord<Kind extends RecordKind>(
  kind: Kind,
  number: NumberOf<Kind>,
  events: readonly EventOf<Kind>[],
): StateOf<Kind> {
  const definition = definitionOf(kind);
  const record = events.reduce<StateOf<Kind> | null>(
    (before, event) => definition.evolve(before, presentEvent(kind, event)),
    null,
  );
  if (record === null) throw new Error(`${kind} ${number} has no events`);
  const told = definition.number(record);
  if (told !== number) throw new Error(`the events of ${kind} ${number} tell of ${told}`);
  return record;
}
