import { evolveReview, newRound } from '../review/evolve.ts';
import { add, type Decimal, subtract, sum, zero } from '../value/decimal.ts';
import { unreachable } from '../value/result.ts';
import { agreedAtApproval, agreedByChange, agreedByLetter } from './agreed-arrival.ts';
import type { OrderEvent } from './event.ts';
import { inStatus, underWay } from './in-status.ts';
import type { LetterOfCredit } from './letter-of-credit.ts';
import { enteredBy } from './owner.ts';
import { sameGoods } from './same-goods.ts';
import { stampOf } from './stamp.ts';
import type {
  AwaitingCountersign,
  Draft,
  FaultyDraft,
  InExecution,
  InReview,
  IssuedLetter,
  OrderContent,
  OrderState,
  PostedContent,
  Stamp,
  ToConfirm,
} from './state.ts';
import type { LineSupply } from './supply.ts';

type EventOf<Type extends OrderEvent['type']> = Extract<OrderEvent, { readonly type: Type }>;

/** The order after one more event; null = before the first. An event that can't follow is a broken invariant and throws. */
export function evolve(order: OrderState | null, event: OrderEvent): OrderState {
  switch (event.type) {
    case 'order-posted':
      if (order !== null) throw new Error(`order ${order.number} was posted twice`);
      return {
        ...event.content,
        status: 'draft',
        posted: stampOf(event),
        lastEdited: stampOf(event),
        owner: event.owner ?? enteredBy(event.by),
      };
    case 'order-edited':
      return edited(inStatus(order, 'draft', 'faulty', 'in-review'), event);
    case 'rows-saved':
      return saved(order === null ? null : inStatus(order, 'draft', 'faulty', 'in-review'), event);
    case 'paper-attached':
      return attached(order, event);
    case 'order-assigned':
      return { ...inStatus(order, ...underWay), owner: event.owner };
    case 'order-submitted':
      return inReview(contentOf(inStatus(order, 'draft')), event);
    case 'review-planned':
    case 'step-signed':
    case 'customer-asked':
    case 'answer-recorded': {
      const reviewed = inStatus(order, 'in-review');
      return { ...reviewed, review: evolveReview(reviewed.review ?? null, event) };
    }
    case 'question-asked': {
      const question = { ...stampOf(event), ...(event.replyBy !== undefined && { replyBy: event.replyBy }) };
      return { ...contentOf(inStatus(order, 'in-review')), status: 'draft', question };
    }
    case 'order-voided':
      return { ...contentOf(inStatus(order, 'draft', 'faulty', 'in-review')), status: 'void', voided: stampOf(event) };
    case 'order-approved': {
      const content = contentOf(inStatus(order, 'in-review'));
      const supply = event.supply?.map((each) => ({ ...each, reported: zero, released: zero }));
      const { reservations } = event;
      const agreed = agreedAtApproval(content.lines);
      const confirmed = { approved: stampOf(event), reservations, agreed, ...(supply && { supply }) };
      return { ...content, status: 'to-confirm', ...confirmed };
    }
    case 'letter-of-credit-recorded': {
      const letterOfCredit = { ...event.terms, recorded: stampOf(event), examined: [] };
      // A manager's word was for the one before, or for none.
      const { productionAllowed: _before, ...running } = inStatus(
        order,
        'to-confirm',
        'awaiting-countersign',
        'released',
      );
      return { ...running, letterOfCredit };
    }
    case 'letter-of-credit-examined':
      return examined(inStatus(order, 'to-confirm', 'awaiting-countersign', 'released'), event);
    case 'production-allowed': {
      const productionAllowed = { as: event.as, ...stampOf(event) };
      return { ...inStatus(order, 'to-confirm', 'awaiting-countersign', 'released'), productionAllowed };
    }
    case 'supply-begun': {
      const { readyOn, materialsOn, instructions } = event;
      const begun = { readyOn, ...(materialsOn && { materialsOn }), ...(instructions && { instructions }) };
      return supplied(order, event.lines, ({ line, mode, reported, released }) => ({
        ...{ line, mode, reported, released },
        ...begun,
      }));
    }
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
    case 'letter-sent': {
      const { channel, to } = event;
      return withLetter(order, (letter) => ({
        ...letter,
        sent: [...(letter.sent ?? []), { channel, to, ...stampOf(event) }],
      }));
    }
    case 'letter-arrived':
      return withLetter(order, (letter) => ({ ...letter, arrived: { on: event.on, ...stampOf(event) } }));
    case 'copy-rejected':
      return withLetter(order, (letter) => ({
        ...letter,
        defective: [...(letter.defective ?? []), { on: event.on, ...stampOf(event) }],
      }));
    case 'letter-corrected':
    case 'reservation-released':
      return backToReview(inStatus(order, 'awaiting-countersign'), event);
    case 'countersign-received':
      return countersigned(inStatus(order, 'awaiting-countersign', 'released'), event);
    case 'released-before-countersign': {
      const awaiting = inStatus(order, 'awaiting-countersign');
      return { ...awaiting, status: 'released', released: stampOf(event), postponed: [] };
    }
    case 'shipping-requested': {
      const { on, lines, note } = event;
      const request = { on, lines, ...(note !== undefined && { note }), ...stampOf(event) };
      const running = inStatus(order, 'released');
      return { ...running, shippingRequests: [...(running.shippingRequests ?? []), request] };
    }
    case 'shipping-allowed':
      return { ...inStatus(order, 'released'), shippingAllowed: { as: event.as, ...stampOf(event) } };
    case 'goods-reallocated':
      return reallocated(inStatus(order, 'to-confirm', 'awaiting-countersign', 'released'), event);
    case 'goods-held-again':
      return {
        ...inStatus(order, 'to-confirm', 'awaiting-countersign', 'released'),
        reservations: event.reservations,
      };
    case 'order-changed':
      return changed(inStatus(order, 'to-confirm', 'awaiting-countersign', 'released'), event);
    case 'order-cancelled': {
      const running = inStatus(order, 'to-confirm', 'awaiting-countersign', 'released');
      return { ...running, status: 'cancelled', cancelled: stampOf(event) };
    }
    case 'order-closed':
      return { ...inStatus(order, 'released'), status: 'closed', closed: stampOf(event) };
    case 'order-archived':
      return { ...inStatus(order, 'closed'), status: 'archived', archived: stampOf(event) };
    case 'destruction-signed': {
      const archived = inStatus(order, 'archived');
      const destruction = [...(archived.destruction ?? []), { as: event.as, ...stampOf(event) }];
      if (!event.complete) return { ...archived, destruction };
      return { ...archived, status: 'destroyed', destruction, destroyed: stampOf(event) };
    }
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
function contentOf(order: Draft | FaultyDraft | InReview): OrderContent {
  if (order.status === 'draft') {
    const { status: _status, question: _question, ...content } = order;
    return content;
  }
  if (order.status === 'faulty') {
    const { status: _status, question: _question, rows: _rows, findings: _findings, ...content } = order;
    return content;
  }
  const { status: _status, submitted: _submitted, ...content } = order;
  return content;
}

/** New content, old name: number, first posting and earlier rounds stay; a question that was asked stays until submitted. */
function edited(order: Draft | FaultyDraft | InReview, event: EventOf<'order-edited'>): Draft {
  return {
    ...event.content,
    status: 'draft',
    ...kept(order),
    owner: event.owner ?? order.owner,
    lastEdited: stampOf(event),
  };
}

/** Rows with errors have no order lines yet, so nothing is ordered and nothing comes to anything. */
function saved(order: Draft | FaultyDraft | InReview | null, { draft, ...event }: EventOf<'rows-saved'>): FaultyDraft {
  const before = order === null ? { posted: stampOf(event), owner: enteredBy(event.by) } : kept(order);
  return { ...draft, status: 'faulty', lines: [], total: zero, ...before, lastEdited: stampOf(event) };
}

/** What stays of an order when its rows are posted anew. */
const kept = (order: Draft | FaultyDraft | InReview) => ({
  posted: order.posted,
  owner: order.owner,
  ...(order.earlier !== undefined && { earlier: order.earlier }),
  ...(order.attachments !== undefined && { attachments: order.attachments }),
  ...(order.review !== undefined && { review: order.review }),
  ...(order.letterOfCredit !== undefined && { letterOfCredit: unread(order.letterOfCredit) }),
  ...(order.status !== 'in-review' && order.question !== undefined && { question: order.question }),
});

/** Whatever its status: what came from the customer belongs to the order. */
function attached(order: OrderState | null, { kind, file, note, ...event }: EventOf<'paper-attached'>): OrderState {
  if (order === null) throw new Error(`${file.name} was attached to no order`);
  const paper = { kind, file, ...(note !== undefined && { note }), ...stampOf(event) };
  return { ...order, attachments: [...(order.attachments ?? []), paper] };
}

function lettered(order: OrderState | null, event: EventOf<'letter-issued'>): AwaitingCountersign | InExecution {
  // The letter names the dates that hold from now on, those that goods given away have moved among them.
  const { rescheduled: _named, ...before } = inStatus(order, 'to-confirm', 'awaiting-countersign', 'released');
  const letter = { ...event.letter, issued: stampOf(event) };
  if (before.status === 'to-confirm') return { ...before, status: 'awaiting-countersign', letters: [letter] };
  if (before.status === 'awaiting-countersign') return { ...before, letters: [...before.letters, letter] };
  // After a change that is agreed to already: its dates hold, late copies of earlier revisions move them no more.
  return { ...before, letters: [...before.letters, letter], postponed: [] };
}

/** The letter in force with something more known of it. */
function withLetter(order: OrderState | null, change: (letter: IssuedLetter) => IssuedLetter): AwaitingCountersign {
  const waiting = inStatus(order, 'awaiting-countersign');
  const [first, ...others] = waiting.letters;
  const last = others.pop();
  const letters: AwaitingCountersign['letters'] =
    last === undefined ? [change(first)] : [first, ...others, change(last)];
  return { ...waiting, letters };
}

/** The promise is off and the goods are free; the round stays on record. */
function backToReview(
  order: AwaitingCountersign,
  event: EventOf<'letter-corrected' | 'reservation-released'>,
): InReview {
  const {
    status: _status,
    approved,
    reservations: _given,
    supply: _planned,
    rescheduled: _moved,
    agreed: _before,
    productionAllowed: _trusted,
    letters,
    earlier,
    ...content
  } = order;
  const ended = event.type === 'letter-corrected' ? { corrected: stampOf(event) } : { ranOut: stampOf(event) };
  const round = { approved, letters, ...ended };
  return inReview({ ...content, earlier: [...(earlier ?? []), round] }, event);
}

/** Handed in, or back: what was signed in earlier rounds was signed for a world that may have moved on. */
const inReview = (content: OrderContent, event: Stamp): InReview => ({
  ...content,
  ...(content.review !== undefined && { review: newRound(content.review, event.at) }),
  status: 'in-review',
  submitted: stampOf(event),
});

/** The line holds so much less, and has another date. */
function reallocated(
  order: ToConfirm | AwaitingCountersign | InExecution,
  { line, quantity, due }: EventOf<'goods-reallocated'>,
): ToConfirm | AwaitingCountersign | InExecution {
  const reservations = order.reservations.map((each) =>
    each.line === line ? { ...each, quantity: subtract(each.quantity, quantity) } : each,
  );
  return { ...order, reservations, rescheduled: [...(order.rescheduled ?? []), { line, date: due }] };
}

/** Lines keep their numbers; supply goes on for those that are still there, and begins anew where other goods are wanted. */
function changed(
  order: ToConfirm | AwaitingCountersign | InExecution,
  { content, reservations, ...event }: EventOf<'order-changed'>,
): ToConfirm | AwaitingCountersign | InExecution {
  const supply = order.supply?.flatMap((supply): LineSupply[] => {
    const [before, now] = [order, content].map(({ lines }) => lines.find(({ line }) => line === supply.line));
    if (now === undefined) return [];
    return sameGoods(before, now)
      ? [supply]
      : [{ line: supply.line, mode: supply.mode, reported: zero, released: zero }];
  });
  const agreed = agreedByChange(order.agreed, order.lines, content.lines);
  const after = {
    ...content,
    reservations,
    agreed,
    ...(supply && { supply }),
    ...(order.letterOfCredit && { letterOfCredit: unread(order.letterOfCredit) }),
    lastEdited: stampOf(event),
  };
  const { rescheduled, productionAllowed: _trusted, ...before } = order;
  const dates = rescheduled && { rescheduled: rescheduled.filter(({ line }) => sameDate(line, order, content)) };
  // Who answered for it answered for the order as it was.
  if (before.status !== 'released') return { ...before, ...dates, ...after };
  const { shippingAllowed: _word, ...running } = before;
  return { ...running, ...dates, ...after };
}

/** A date the customer has agreed to anew holds, and no longer the one its goods were given away for. */
const sameDate = (line: number, ...contents: readonly PostedContent[]): boolean =>
  new Set(contents.map(({ lines }) => lines.find((each) => each.line === line)?.dueDate)).size === 1;

/** It was read against other content. */
const unread = (credit: LetterOfCredit): LetterOfCredit => ({ ...credit, examined: [] });

/** One more reader of the bank's letter. */
function examined<Running extends ToConfirm | AwaitingCountersign | InExecution>(
  order: Running,
  { verdict, ...event }: EventOf<'letter-of-credit-examined'>,
): Running {
  const { letterOfCredit } = order;
  if (letterOfCredit === undefined) throw new Error(`order ${order.number}: no letter of credit was recorded`);
  const read = [...letterOfCredit.examined, { verdict, ...stampOf(event) }];
  return { ...order, letterOfCredit: { ...letterOfCredit, examined: read } };
}

function countersigned(
  order: AwaitingCountersign | InExecution,
  { on, postponed, copy, ...event }: EventOf<'countersign-received'>,
): InExecution {
  const agreed = agreedByLetter(order.agreed, order.letters.at(-1) ?? order.letters[0]);
  const back = { agreed, countersignedOn: on, ...(copy !== undefined && { copy: { file: copy, ...stampOf(event) } }) };
  if (order.status === 'released') return { ...order, ...back };
  return { ...order, status: 'released', released: stampOf(event), ...back, postponed };
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
