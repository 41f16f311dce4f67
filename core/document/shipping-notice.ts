import { noticePaper } from '../order/number.ts';
import type { OrderContent, OrderLine } from '../order/state.ts';
import type { Shipment, ShipmentLine } from '../shipment/shipment.ts';
import { formatDate, formatQuantity } from './format.ts';
import { lineParticulars } from './line-particulars.ts';
import {
  customerFields,
  type Field,
  fields,
  labels,
  letterhead,
  type PaperContext,
  type PaperModel,
  paperHead,
  returnAddress,
  together,
} from './paper-model.ts';
import { listed, shippedLine } from './shipped-lines.ts';

/** The shipping notice 发货告知书 (R39): what left, when, with whom, and what to do when it arrives. */
export interface ShippingNotice extends PaperModel {
  readonly kind: 'shipping-notice';
  readonly customer: readonly Field[];
  readonly shipment: readonly Field[];
  readonly lines: readonly NoticeLine[];
  readonly opening: string;
  readonly notices: readonly string[];
  readonly supplier: string;
  /** Where the signed receipt goes, besides to its sender. */
  readonly returnTo: string | null;
  readonly customerName: string;
}

export interface NoticeLine {
  readonly position: number;
  readonly order: string;
  readonly itemCode: string;
  readonly itemName: string;
  readonly specification: string | null;
  /** Where it goes and from which batches, where that is said; absent of notices issued before lines could. */
  readonly particulars?: string;
  readonly unit: string;
  readonly ordered: string;
  readonly shipped: string;
}

/** The notice of a shipment; `orders` are those its lines point to, of one customer. Its number is the shipment's + "-N". */
export function shippingNotice(
  shipment: Shipment,
  orders: readonly OrderContent[],
  context: PaperContext,
): ShippingNotice {
  const { locale, words, company } = context;
  const [first] = orders;
  if (!first) throw new Error(`shipment ${shipment.number} without an order`);
  const number = noticePaper(shipment.number);
  const lines = shipment.lines.map((shipped, index) =>
    noticeLine(index + 1, shippedLine(orders, shipped), shipped, context),
  );
  return {
    ...paperHead(
      'shipping-notice',
      { number, on: shipment.shippedOn, issuedBy: shipment.shipped.by.name, labels: noticeLabels(words) },
      context,
    ),
    customer: customerFields(first.customer, context),
    shipment: shipmentFields(shipment, orders, context),
    lines,
    opening: words('documents:notice.shipped', { date: formatDate(shipment.shippedOn, locale) }),
    notices: [
      words('documents:notice.arrival'),
      words('documents:notice.damage'),
      words(company.phone ? 'documents:notice.call' : 'documents:notice.ask', {
        name: first.salesperson ?? shipment.shipped.by.name,
        phone: company.phone,
      }),
    ],
    supplier: letterhead(context).name,
    returnTo: returnAddress(context.company),
    customerName: first.customer.name,
    mustContain: [
      number,
      first.customer.name,
      ...lines.flatMap(({ order, itemCode, shipped }) => [order, itemCode, shipped]),
    ],
  };
}

function noticeLine(
  position: number,
  line: OrderLine,
  { order, quantity, batches }: ShipmentLine,
  context: PaperContext,
): NoticeLine {
  const particulars = lineParticulars(
    line,
    context,
    batches?.map(({ batch }) => batch),
  );
  return {
    position,
    order,
    itemCode: line.itemCode,
    itemName: line.itemName,
    specification: together(line.specification, line.color),
    ...(particulars !== null && { particulars }),
    unit: line.unit ?? '',
    ordered: formatQuantity(line.quantity),
    shipped: formatQuantity(quantity),
  };
}

const shipmentFields = (
  shipment: Shipment,
  orders: readonly OrderContent[],
  { locale, words }: PaperContext,
): Field[] =>
  fields([
    [words('documents:notice.number'), shipment.number],
    [words('terms:field.poNumber'), listed(orders.map(({ poNumber }) => poNumber))],
    [
      words('documents:letter.reference'),
      listed(orders.map(({ poNumber, key }) => (poNumber === undefined ? key : null))),
    ],
    [words('terms:field.shippedDate'), formatDate(shipment.shippedOn, locale)],
    [words('documents:notice.carrier'), shipment.carrier],
    [words('documents:notice.tracking'), shipment.tracking],
    [words('documents:notice.expected'), shipment.expectedArrival && formatDate(shipment.expectedArrival, locale)],
    [words('documents:paper.ourContact'), orders[0]?.salesperson ?? shipment.shipped.by.name],
  ]);

const noticeLabels = (words: PaperContext['words']): Record<string, string> =>
  labels(
    {
      customer: 'documents:paper.to',
      shipment: 'documents:notice.shipment',
      line: 'documents:paper.line',
      order: 'documents:letter.orderNumber',
      itemCode: 'terms:field.itemCode',
      item: 'documents:paper.item',
      unit: 'terms:field.unit',
      ordered: 'documents:notice.ordered',
      shipped: 'documents:notice.quantity',
      notices: 'documents:notice.onArrival',
      slip: 'documents:receipt.title',
      slipReturn: 'documents:slip.return',
      received: 'documents:receipt.received',
      missing: 'documents:receipt.missing',
      damaged: 'documents:receipt.damaged',
      receiptLines: 'documents:receipt.lines',
      sealHere: 'documents:seal.here',
      customerSeal: 'documents:receipt.customer',
      signature: 'documents:seal.signature',
      date: 'documents:receipt.date',
    },
    words,
  );
