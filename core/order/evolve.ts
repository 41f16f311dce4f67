import { add, type Decimal, sum, zero } from '../value/decimal.ts';
import { unreachable } from '../value/result.ts';
import type { OrderEvent } from './event.ts';
import { inStatus } from './in-status.ts';
import { stampOf } from './stamp.ts';
import type { AwaitingCountersign, Draft, InExecution, InReview, OrderContent, OrderState } from './state.ts';
import type { LineSupply } from './supply.ts';

type EventOf<Type extends OrderEvent['type']> = Extract<OrderEvent, { readonly type: Type }>;

/** The order after one more event; null = before the first. An event that can't follow is a broken invariant and throws. */
export function evolve(order: OrderState | null, event: OrderEvent): OrderState {
  switch (event.type) {
    case 'order-posted':
      if (order !== null) throw new Error(`order ${order.number} was posted twice`);
      return { ...event.content, status: 'draft', posted: stampOf(event), lastEdited: stampOf(event) };
    case 'order-edited':
      return edited(inStatus(order, 'draft', 'in-review'), event);
    case 'order-submitted':
      return { ...contentOf(inStatus(order, 'draft')), status: 'in-review', submitted: stampOf(event) };
    case 'question-asked':
      return { ...contentOf(inStatus(order, 'in-review')), status: 'draft', question: stampOf(event) };
    case 'order-voided':
      return { ...contentOf(inStatus(order, 'draft', 'in-review')), status: 'void', voided: stampOf(event) };
    case 'order-approved': {
      const content = contentOf(inStatus(order, 'in-review'));
      const supply = event.supply?.map((each) => ({ ...each, reported: zero, released: zero }));
      const { reservations } = event;
      return { ...content, status: 'to-confirm', approved: stampOf(event), reservations, ...(supply && { supply }) };
    }
    case 'supply-begun':
      return supplied(order, event.lines, (supply) => ({ ...supply, readyOn: event.readyOn }));
    case 'supply-reported':
      return supplied(order, linesIn(event), (supply) => ({
        ...supply,
        reported: add(supply.reported, quantityIn(event, supply)),
      }));
    case 'quality-released':
      return supplied(order, linesIn(event), (supply) => ({
        ...supply,
        released: add(supply.released, quantityIn(event, supply)),
      }));
    case 'letter-issued':
      return lettered(order, event);
    case 'letter-corrected':
      return corrected(inStatus(order, 'awaiting-countersign'), event);
    case 'countersign-received':
      return countersigned(inStatus(order, 'awaiting-countersign', 'released'), event);
    case 'released-before-countersign': {
      const awaiting = inStatus(order, 'awaiting-countersign');
      return { ...awaiting, status: 'released', released: stampOf(event), postponed: [] };
    }
    case 'order-cancelled': {
      const running = inStatus(order, 'to-confirm', 'awaiting-countersign', 'released');
      return { ...running, status: 'cancelled', cancelled: stampOf(event) };
    }
    case 'order-closed':
      return { ...inStatus(order, 'released'), status: 'closed', closed: stampOf(event) };
    case 'order-archived':
      return { ...inStatus(order, 'closed'), status: 'archived', archived: stampOf(event) };
    default:
      return unreachable(event);
  }
}

/** The order its events tell of. An empty stream is a broken invariant: a record begins with its first event. */
export function replay(events: readonly OrderEvent[]): OrderState {
  const order = events.reduce<OrderState | null>(evolve, null);
  if (order === null) throw new Error('an order without events');
  return order;
}

/** What every status shares, without what the present one adds. */
function contentOf(order: Draft | InReview): OrderContent {
  if (order.status === 'draft') {
    const { status: _status, question: _question, ...content } = order;
    return content;
  }
  const { status: _status, submitted: _submitted, ...content } = order;
  return content;
}

/** New content, old name: number, first posting and earlier rounds stay; a question that was asked stays until submitted. */
function edited(order: Draft | InReview, event: EventOf<'order-edited'>): Draft {
  return {
    ...event.content,
    status: 'draft',
    posted: order.posted,
    lastEdited: stampOf(event),
    ...(order.earlier === undefined ? {} : { earlier: order.earlier }),
    ...(order.status === 'draft' && order.question !== undefined ? { question: order.question } : {}),
  };
}

function lettered(order: OrderState | null, event: EventOf<'letter-issued'>): AwaitingCountersign {
  const before = inStatus(order, 'to-confirm', 'awaiting-countersign');
  const letter = { ...event.letter, issued: stampOf(event) };
  if (before.status === 'to-confirm') return { ...before, status: 'awaiting-countersign', letters: [letter] };
  return { ...before, letters: [...before.letters, letter] };
}

/** Back to review: the promise is off and the goods are free; the round stays on record. */
function corrected(order: AwaitingCountersign, event: EventOf<'letter-corrected'>): InReview {
  const { status: _status, approved, reservations: _given, supply: _planned, letters, earlier, ...content } = order;
  const round = { approved, letters, corrected: stampOf(event) };
  return { ...content, status: 'in-review', submitted: stampOf(event), earlier: [...(earlier ?? []), round] };
}

function countersigned(
  order: AwaitingCountersign | InExecution,
  { on, postponed, ...event }: EventOf<'countersign-received'>,
): InExecution {
  if (order.status === 'released') return { ...order, countersignedOn: on };
  return { ...order, status: 'released', released: stampOf(event), countersignedOn: on, postponed };
}

type SupplyEvent = EventOf<'supply-reported' | 'quality-released'>;
const linesIn = ({ lines }: SupplyEvent): readonly number[] => lines.map(({ line }) => line);
const quantityIn = ({ lines }: SupplyEvent, supply: LineSupply): Decimal =>
  sum(lines.filter(({ line }) => line === supply.line).map(({ quantity }) => quantity));

/** The lines named must be among those that are supplied: decide has seen to it. */
function supplied(
  order: OrderState | null,
  lines: readonly number[],
  change: (supply: LineSupply) => LineSupply,
): InExecution {
  const running = inStatus(order, 'released');
  const known = running.supply ?? [];
  const missing = lines.find((line) => !known.some((supply) => supply.line === line));
  if (missing !== undefined) throw new Error(`order ${running.number}: line ${missing} is not supplied`);
  return { ...running, supply: known.map((supply) => (lines.includes(supply.line) ? change(supply) : supply)) };
}
