import type { OrderEvent } from '../../core/order/event.ts';
import type { Stamp } from '../../core/order/state.ts';
import type { ShipmentEvent } from '../../core/shipment/shipment.ts';
import type { Instant } from '../../core/value/date.ts';
import type { OrderWithRecords } from '../ports.ts';

export interface HistoryEntry {
  readonly at: Instant;
  readonly by: string;
  readonly type: OrderEvent['type'] | ShipmentEvent['type'];
  readonly reason?: string;
  /** What the line in the history names: a paper, a shipment, a day; and the version of the policy it was decided under. */
  readonly data?: Readonly<Record<string, string>>;
}

/** Who did what, when and why (R63): the order's own events and those of its shipments, oldest first. */
export function historyOf({ order, records }: OrderWithRecords): readonly HistoryEntry[] {
  const own = order.events.map((event) => entry(event, dataOfOrder(event)));
  const ofShipments = records.shipment.flatMap(({ state, events }) =>
    events.map((event) => entry(event, dataOfShipment(event, state.number))),
  );
  return [...own, ...ofShipments].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function entry(event: (OrderEvent | ShipmentEvent) & Stamp, data: Readonly<Record<string, string>>): HistoryEntry {
  const { at, by, type, reason, policy } = event;
  const all = { ...data, ...(policy === undefined ? {} : { policy: String(policy) }) };
  return {
    at,
    by: by.name,
    type,
    ...(reason === undefined ? {} : { reason }),
    ...(Object.keys(all).length === 0 ? {} : { data: all }),
  };
}

function dataOfOrder(event: OrderEvent): Readonly<Record<string, string>> {
  switch (event.type) {
    case 'paper-attached':
      return { kind: event.kind, name: event.file.name };
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
    case 'supply-reported':
    case 'quality-released':
      return { lines: event.lines.map(({ line, quantity }) => `${line}: ${quantity}`).join(', ') };
    case 'order-archived':
      return { month: event.month };
    default:
      return {};
  }
}

function dataOfShipment(event: ShipmentEvent, shipment: string): Readonly<Record<string, string>> {
  if (event.type === 'goods-received') return { shipment, on: event.on };
  const { carrier, tracking } = event.shipment;
  return { shipment, ...(carrier === undefined ? {} : { carrier }), ...(tracking === undefined ? {} : { tracking }) };
}
