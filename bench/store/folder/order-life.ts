import { createHash } from 'node:crypto';
import { confirmationLetter } from '../../../core/document/confirmation-letter.ts';
import type { PaperModel } from '../../../core/document/paper-model.ts';
import { shippingNotice } from '../../../core/document/shipping-notice.ts';
import type { OrderEvent } from '../../../core/order/event.ts';
import { replay } from '../../../core/order/evolve.ts';
import { letterPaper, noticePaper } from '../../../core/order/number.ts';
import { lettersOf } from '../../../core/order/promise.ts';
import type { PostedContent } from '../../../core/order/state.ts';
import type { FiledPaper, Paper, PaperEvent } from '../../../core/paper/paper.ts';
import { evolveShipment } from '../../../core/shipment/evolve.ts';
import type { ShipmentEvent, ShipmentNumber } from '../../../core/shipment/shipment.ts';
import { canonicalJson } from '../../../core/value/canonical-json.ts';
import { addDays, type PlainDate } from '../../../core/value/date.ts';
import { type Decimal, divide, isZero, roundDown, subtract } from '../../../core/value/decimal.ts';
import type { RecordAppend } from '../../../server/ports.ts';
import { type Hand, paperContext, stamp } from './office.ts';

/** What one transaction of the office appends. Versions are those of the stream so far. */
export type Commit = readonly RecordAppend[];

/** An order's life is told in these steps, one transaction each; an order that is open stopped before one of them. */
export const stepsToReceipt = 9;

/** What a life needs to know beside the order: the day it was posted, and the numbers of what leaves. */
export interface Life {
  readonly content: PostedContent;
  readonly posted: PlainDate;
  /** One or two: the goods left at once, or in two parts. */
  readonly shipments: readonly ShipmentNumber[];
}

/** From the posted rows to the signed receipt. Closing comes when the month is settled (settle-month.ts). */
export function orderLife(
  life: Life,
  steps = stepsToReceipt,
): { readonly commits: readonly Commit[]; readonly version: number } {
  const { content, posted } = life;
  const { number, lines } = content;
  const day = (days: number): PlainDate => addDays(posted, days);
  const moment = (hand: Hand, days: number, hour: number) => stamp(hand, day(days), hour);
  const letter = letterPaper(number, 1);
  const promised = lines.map(({ line }) => ({ line, date: day(10) }));
  const whole = lines.map(({ line, quantity }) => ({ line, quantity }));
  const told: OrderEvent[] = [];
  const tell = (...events: readonly OrderEvent[]): RecordAppend => {
    const version = told.length;
    told.push(...events);
    return { stream: 'order', id: number, version, events };
  };
  const order: (() => Commit)[] = [
    () => [
      tell({ type: 'order-posted', content, ...moment(0, 0, 1) }, { type: 'order-submitted', ...moment(0, 0, 1) }),
    ],
    () => [
      tell({
        type: 'order-approved',
        reservations: lines.map(({ line, itemCode, quantity }) => ({ line, itemCode, quantity })),
        ...moment(1, 0, 3),
      }),
    ],
    () => {
      const issued = { revision: 1, paper: letter, issuedOn: day(0), promised, validUntil: day(3) };
      const append = tell({ type: 'letter-issued', letter: issued, ...moment(0, 0, 4) });
      const state = replay(told);
      const [frozen] = lettersOf(state);
      if (frozen === undefined) throw new Error('the letter was just issued');
      const model = confirmationLetter(state, frozen, paperContext);
      return [
        append,
        paperIssued({ paper: letter, kind: 'confirmation-letter', orders: [number], model }, moment(0, 0, 4)),
      ];
    },
    () => [paperFiled(letter, moment(0, 0, 4).at)],
    () => [
      tell(
        { type: 'letter-sent', channel: 'e-mail', to: 'purchasing@example.com', ...moment(0, 0, 5) },
        { type: 'letter-arrived', on: day(0), ...moment(0, 0, 8) },
      ),
    ],
    () => [tell({ type: 'countersign-received', on: day(1), postponed: [], ...moment(0, 1, 2) })],
    () => [
      tell({
        type: 'shipping-requested',
        on: day(4),
        lines: whole.map((each) => ({ ...each, upTo: each.quantity })),
        ...moment(0, 3, 2),
      }),
    ],
    () => life.shipments.flatMap((_, part) => leaving(life, part, moment(2, 4 + part, 6))),
    () => life.shipments.map((id, part) => received(id, day(6 + part))),
  ];
  return { commits: order.slice(0, steps).map((step) => step()), version: told.length };
}

type Stamped = ReturnType<typeof stamp>;

/** A shipment with its notice. */
function leaving({ content, shipments }: Life, part: number, stamped: Stamped): Commit {
  const id = shipments[part];
  if (id === undefined) throw new Error('no such shipment');
  const lines = content.lines
    .map(({ line, quantity }) => ({ order: content.number, line, quantity: shareOf(quantity, part, shipments.length) }))
    .filter(({ quantity }) => !isZero(quantity));
  const shippedOn = stamped.at.slice(0, 10) as PlainDate;
  const carrier = { carrier: '德邦物流', tracking: `DPK${id.slice(3)}`, expectedArrival: addDays(shippedOn, 2) };
  const event = {
    type: 'goods-shipped',
    shipment: { number: id, customerCode: content.customer.code, lines, shippedOn, ...carrier },
    ...stamped,
  } as const satisfies ShipmentEvent;
  const order = replay([{ type: 'order-posted', content, ...stamped }]);
  const model = shippingNotice(evolveShipment(null, event), [order], paperContext);
  const notice = {
    paper: noticePaper(id),
    kind: 'shipping-notice',
    orders: [content.number],
    shipment: id,
    model,
  } as const;
  return [{ stream: 'shipment', id, version: 0, events: [event] }, paperIssued(notice, stamped)];
}

/** Of goods that leave in two parts, the smaller half first; what is left goes with the last one. */
function shareOf(quantity: Decimal, part: number, parts: number): Decimal {
  const first = roundDown(divide(quantity, '2' as Decimal), 0);
  if (parts === 1) return quantity;
  return part === 0 ? first : subtract(quantity, first);
}

const received = (id: ShipmentNumber, on: PlainDate): RecordAppend => ({
  stream: 'shipment',
  id,
  version: 1,
  events: [{ type: 'goods-received', on, ...stamp(0, on, 8) }],
});

function paperIssued(
  paper: Pick<Paper, 'paper' | 'kind' | 'orders' | 'shipment'> & { readonly model: PaperModel },
  stamped: Stamped,
): RecordAppend {
  const modelHash = sha256(canonicalJson(paper.model));
  const issued: PaperEvent = {
    type: 'paper-issued',
    paper: { ...paper, locale: paperContext.locale, revision: 1, modelHash },
    ...stamped,
  };
  return { stream: 'paper', id: paper.paper, version: 0, events: [issued] };
}

/** The PDF itself is left out: no measured thing reads it. */
const paperFiled = (id: string, at: FiledPaper['at']): RecordAppend => ({
  stream: 'paper',
  id,
  version: 1,
  events: [{ type: 'paper-filed', sha256: sha256(id), pages: 1, templateVersion: '1', at }],
});

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
