import type { PriceBook, StockBook } from '../../../core/check/knowledge.ts';
import type { InvoiceEvent, InvoiceNumber } from '../../../core/invoice/invoice.ts';
import type { OrderEvent } from '../../../core/order/event.ts';
import type { OrderNumber, PostedContent, Stamp } from '../../../core/order/state.ts';
import type { PaperEvent } from '../../../core/paper/paper.ts';
import type { ShipmentEvent, ShipmentLine, ShipmentNumber } from '../../../core/shipment/shipment.ts';
import type { Instant, PlainDate } from '../../../core/value/date.ts';
import { type Decimal, sum } from '../../../core/value/decimal.ts';
import type { Append, Decision, Loaded, Outcome, Store } from '../../../server/ports.ts';

/** Small records to store: one clerk, orders of one or two lines, shipments of them, their papers. */
export const series = 'SO-202611';
export const at = (text: string): Instant => text as Instant;
const stamp: Stamp = { at: at('2026-11-21T02:00:00.000Z'), by: { userId: 'wang', name: '王芳' } };

export interface SampleOrder {
  readonly key?: string;
  readonly customer?: string;
  /** Quantity by item. */
  readonly items?: Readonly<Record<string, string>>;
}

export function posted(
  number: string,
  { key = number, customer = '海港五金', items = { A01: '1' } }: SampleOrder = {},
) {
  const lines = Object.entries(items).map(([itemCode, quantity], index) => ({
    line: index + 1,
    itemCode,
    itemName: `品 ${itemCode}`,
    quantity: quantity as Decimal,
    unitPrice: '2.5' as Decimal,
    amount: quantity as Decimal,
  }));
  const content: PostedContent = {
    number: number as OrderNumber,
    orderKey: `key:${key}`,
    contentHash: `hash of ${JSON.stringify(items)}`,
    key,
    customer: { code: `C-${customer}`, name: customer },
    currency: 'CNY',
    lines,
    total: sum(lines.map(({ amount }) => amount)),
  };
  return [
    { type: 'order-posted', content, ...stamp },
    { type: 'order-submitted', ...stamp },
  ] as const satisfies readonly OrderEvent[];
}

export const approved = (reservations: Readonly<Record<string, string>>): OrderEvent => ({
  type: 'order-approved',
  reservations: Object.entries(reservations).map(([itemCode, quantity], index) => ({
    line: index + 1,
    itemCode,
    quantity: quantity as Decimal,
  })),
  ...stamp,
});

/** From approved to open for shipping. */
export const released = (number: string): readonly OrderEvent[] => [
  {
    type: 'letter-issued',
    letter: {
      revision: 1,
      paper: `${number}-L1`,
      issuedOn: '2026-11-21' as PlainDate,
      promised: [],
      validUntil: '2026-11-24' as PlainDate,
    },
    ...stamp,
  },
  { type: 'countersign-received', on: '2026-11-21' as PlainDate, postponed: [], ...stamp },
];

export const closed = (): OrderEvent => ({ type: 'order-closed', ...stamp });

export const shipped = (
  number: string,
  lines: readonly (readonly [order: string, line: number, quantity: string])[],
  shippedOn = '2026-11-22',
): ShipmentEvent => ({
  type: 'goods-shipped',
  shipment: {
    number: number as ShipmentNumber,
    customerCode: 'C001',
    lines: lines.map(
      ([order, line, quantity]): ShipmentLine => ({
        order: order as OrderNumber,
        line,
        quantity: quantity as Decimal,
      }),
    ),
    shippedOn: shippedOn as PlainDate,
  },
  ...stamp,
  at: at(`${shippedOn}T08:00:00.000Z`),
});

export const issued = (paper: string, ...orders: readonly string[]): PaperEvent => ({
  type: 'paper-issued',
  paper: {
    paper,
    kind: 'confirmation-letter',
    locale: 'zh-Hans',
    orders: orders as readonly OrderNumber[],
    revision: 1,
    model: { title: '订单确认书' },
    modelHash: 'hash',
  },
  ...stamp,
});

export const invoiced = (number: string, taxNumber: string, order: string): InvoiceEvent => ({
  type: 'invoice-recorded',
  invoice: {
    number: number as InvoiceNumber,
    taxNumber,
    customerCode: 'C001',
    currency: 'CNY',
    issuedOn: '2026-11-22' as PlainDate,
    lines: [
      {
        order: order as OrderNumber,
        line: 1,
        quantity: '1' as Decimal,
        amount: '2.5' as Decimal,
        taxRate: '0.13' as Decimal,
        tax: '0.29' as Decimal,
      },
    ],
  },
  ...stamp,
});
export const redLettered = (redNumber: string): InvoiceEvent => ({
  type: 'invoice-reversed',
  redNumber,
  on: '2026-11-23' as PlainDate,
  lines: [],
  ...stamp,
});

export const orderAppend = (id: string, version: number, ...events: readonly OrderEvent[]): Append => ({
  stream: 'order',
  id: id as OrderNumber,
  version,
  events,
});
export const shipmentAppend = (id: string, version: number, ...events: readonly ShipmentEvent[]): Append => ({
  stream: 'shipment',
  id: id as ShipmentNumber,
  version,
  events,
});
export const invoiceAppend = (id: string, version: number, ...events: readonly InvoiceEvent[]): Append => ({
  stream: 'invoice',
  id: id as InvoiceNumber,
  version,
  events,
});
export const paperAppend = (id: string, version: number, ...events: readonly PaperEvent[]): Append => ({
  stream: 'paper',
  id,
  version,
  events,
});

export const stockBook = (onHand: Readonly<Record<string, string>>, asOf = '2026-11-01'): StockBook => ({
  source: { from: 'published', asOf: asOf as PlainDate },
  lines: Object.entries(onHand).map(([itemCode, count]) => ({
    itemCode,
    onHand: count as Decimal,
    inbound: '0' as Decimal,
  })),
});
export const priceBook = (currency: string): PriceBook => ({ source: { from: 'published' }, currency, items: [] });
export const publish = (kind: 'prices' | 'stock', version: number, content: PriceBook | StockBook): Append =>
  ({ stream: 'book', book: { kind, version, at: stamp.at, by: 'wang', content } }) as Append;

/** Appends without looking. */
export const append = (store: Store, ...appends: readonly Append[]): Promise<Outcome<string>> =>
  store.transact({ locks: [], load: {}, decide: () => ({ append: appends, answer: 'kept' }) });

/** Posts a new order under the next number; the answer is the number. */
export function post(store: Store, order: SampleOrder = {}, requestKey?: string): Promise<Outcome<string>> {
  return store.transact({
    ...(requestKey === undefined ? {} : { requestKey }),
    locks: [`series:${series}`],
    load: {},
    decide(loaded: Loaded): Decision<string> {
      const number = loaded.nextNumber(series);
      return { append: [orderAppend(number, 0, ...posted(number, order))], answer: number };
    },
  });
}

/** The answer of what must have been done. */
export function done<Answer>(outcome: Outcome<Answer>): Answer {
  if (outcome.outcome !== 'done') throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.answer;
}

export const allNumbers = async (store: Store): Promise<string[]> =>
  (await store.read.orders({ limit: 10_000 })).orders.map(({ order }) => order.state.number).sort();
