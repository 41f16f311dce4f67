import type { OrderEvent } from '../../core/order/event.ts';
import type { OrderOwner } from '../../core/order/owner.ts';
import { sideRecordKinds } from '../../core/record/lifecycle.ts';
import type { ShipmentEvent } from '../../core/shipment/shipment.ts';
import type { OrderWithRecords, RecordOf } from '../ports.ts';
import type { Caller } from './company.ts';
import { entryOf, type HistoryEntry } from './history/entry.ts';
import { moneyEntries } from './history/money.ts';
import { sideEntries } from './history/side-records.ts';

/** What lies on the order's customer: holds, and payments, whose parts come and go. */
export interface OnCustomer {
  readonly holds: readonly RecordOf<'hold'>[];
  readonly payments: readonly RecordOf<'payment'>[];
}

/**
 * Who did what, when and why (R63), oldest first: the order's own events, those of its shipments, of the papers beside it and
 * of the money that touches it, each as far as this caller may read the record itself.
 */
export function historyOf(
  { order, records }: OrderWithRecords,
  beside: OnCustomer,
  caller: Caller,
): readonly HistoryEntry[] {
  const { number, posted } = order.state;
  const own = order.events.map((event) => entryOf(event, dataOfOrder(event)));
  const ofShipments = records.shipment.flatMap(({ state, events }) =>
    events.map((event) => entryOf(event, dataOfShipment(event, state.number))),
  );
  const ofPapers = sideRecordKinds.flatMap((kind) => sideEntries(kind, records[kind], caller));
  // What was held of the customer before there was this order is none of its history.
  const ofCustomer = sideEntries('hold', beside.holds, caller).filter(({ at }) => at >= posted.at);
  const ofMoney = moneyEntries(number, { ...records, payments: beside.payments }, caller);
  return [...own, ...ofShipments, ...ofPapers, ...ofCustomer, ...ofMoney].sort((a, b) =>
    a.at < b.at ? -1 : a.at > b.at ? 1 : 0,
  );
}

function dataOfOrder(event: OrderEvent): Readonly<Record<string, string>> {
  switch (event.type) {
    case 'paper-attached':
      return { kind: event.kind, name: event.file.name };
    case 'order-posted':
    case 'order-edited':
    case 'order-assigned':
      return event.owner === undefined ? {} : ownerData(event.owner);
    case 'letter-issued':
      return { paper: event.letter.paper, revision: String(event.letter.revision) };
    case 'step-signed':
      return {
        step: event.step,
        verdict: event.verdict,
        ...(event.statement !== undefined && { statement: event.statement }),
      };
    case 'customer-asked':
      return { number: String(event.number), question: event.question, replyBy: event.replyBy };
    case 'answer-recorded':
      return { number: String(event.number), from: event.from, answer: event.answer };
    case 'letter-sent':
      return { channel: event.channel, to: event.to };
    case 'goods-reallocated':
      return { line: String(event.line), quantity: event.quantity, to: event.to.order, due: event.due };
    case 'order-changed':
      return { change: event.change };
    case 'letter-arrived':
    case 'copy-rejected':
    case 'countersign-received':
      return { on: event.on };
    case 'letter-of-credit-recorded':
      return { credit: event.terms.credit, bank: event.terms.bank };
    case 'letter-of-credit-examined':
      return { finding: event.verdict };
    case 'supply-begun':
      return {
        on: event.readyOn,
        lines: event.lines.join(', '),
        ...(event.instructions !== undefined && { instructions: event.instructions }),
      };
    case 'shipping-requested':
      return {
        on: event.on,
        lines: event.lines.map(({ line, quantity }) => `${line}: ${quantity}`).join(', '),
        ...(event.note !== undefined && { instructions: event.note }),
      };
    case 'supply-reported':
    case 'quality-released':
      return { lines: event.lines.map(({ line, quantity }) => `${line}: ${quantity}`).join(', ') };
    case 'order-archived':
      return { month: event.month };
    default:
      return {};
  }
}

/** A person by his name, a role by its code; and what made it his. */
const ownerData = (owner: OrderOwner): Readonly<Record<string, string>> =>
  'role' in owner ? { ownerRole: owner.role, ownedBy: owner.by } : { owner: owner.name, ownedBy: owner.by };

function dataOfShipment(event: ShipmentEvent, shipment: string): Readonly<Record<string, string>> {
  if (event.type === 'goods-received') return { shipment, on: event.on };
  const { carrier, tracking } = event.shipment;
  return { shipment, ...(carrier === undefined ? {} : { carrier }), ...(tracking === undefined ? {} : { tracking }) };
}
