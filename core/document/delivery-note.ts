import { deliveryNotePaper } from '../order/number.ts';
import type { OrderContent } from '../order/state.ts';
import type { DeliveryNoteSheet } from '../policy/settings/office.ts';
import type { Shipment, ShipmentLine } from '../shipment/shipment.ts';
import { formatDate, formatQuantity } from './format.ts';
import { type Field, fields, labels, type PaperContext, type PaperModel, paperHead, together } from './paper-model.ts';
import { listed, shippedLine } from './shipped-lines.ts';

/**
 * The delivery note 发货单 (R36): travels with the goods, is counted against them and signed by whoever takes them in. Without
 * prices: it passes through many hands. Packages and weights are written in where they are weighed.
 */
export interface DeliveryNote extends PaperModel {
  readonly kind: 'delivery-note';
  /** What it is printed on: forms of other heights drift. */
  readonly sheet: DeliveryNoteSheet;
  readonly consignee: readonly Field[];
  readonly carriage: readonly Field[];
  readonly lines: readonly DeliveryNoteLine[];
  /** "6 lines": the receiver sees that no sheet is missing. */
  readonly count: string;
  readonly notice: string;
  /** The sheets of the form by their names, all on each: carbon copies are written in one stroke. */
  readonly copies: readonly string[];
  readonly checkedBy: string;
  readonly sentBy: string;
}

export interface DeliveryNoteLine {
  readonly position: number;
  readonly order: string;
  readonly itemCode: string;
  readonly itemName: string;
  readonly specification: string | null;
  /** The place of this line's own, where it goes elsewhere than the rest. */
  readonly address: string | null;
  readonly unit: string;
  readonly quantity: string;
  /** "B-7"; of several batches each with its quantity: "B-7 × 4", "B-8 × 2". */
  readonly batches: readonly string[];
}

/** The note of a shipment; `orders` are those its lines point to, of one customer. Its number is the shipment's own. */
export function deliveryNote(
  shipment: Shipment,
  orders: readonly OrderContent[],
  sheet: DeliveryNoteSheet,
  context: PaperContext,
): DeliveryNote {
  const { words } = context;
  const [first] = orders;
  if (!first) throw new Error(`shipment ${shipment.number} without an order`);
  const number = deliveryNotePaper(shipment.number);
  const lines = shipment.lines.map((shipped, index) => noteLine(index + 1, shipped, orders, context));
  return {
    ...paperHead(
      'delivery-note',
      { number, on: shipment.shippedOn, issuedBy: shipment.shipped.by.name, labels: noteLabels(words) },
      context,
    ),
    sheet,
    consignee: consignee(first, context),
    carriage: carriage(shipment, orders, context),
    lines,
    count: words('documents:deliveryNote.lines', { count: lines.length }),
    notice: words('documents:deliveryNote.notice'),
    copies: [
      words('documents:deliveryNote.copy.stub'),
      words('documents:deliveryNote.copy.customer'),
      words('documents:deliveryNote.copy.return'),
    ],
    checkedBy: shipment.recheck?.by ?? '',
    sentBy: shipment.shipped.by.name,
    mustContain: [
      number,
      first.customer.name,
      ...lines.flatMap(({ order, itemCode, quantity }) => [order, itemCode, quantity]),
    ],
  };
}

const noteLine = (
  position: number,
  shipped: ShipmentLine,
  orders: readonly OrderContent[],
  { words }: PaperContext,
): DeliveryNoteLine => {
  const line = shippedLine(orders, shipped);
  return {
    position,
    order: shipped.order,
    itemCode: line.itemCode,
    itemName: line.itemName,
    specification: together(line.specification, line.color),
    address: line.address === undefined ? null : words('documents:line.address', { address: line.address }),
    unit: line.unit ?? '',
    quantity: formatQuantity(shipped.quantity),
    batches: batchesOf(shipped),
  };
};

function batchesOf({ batches = [], quantity }: ShipmentLine): readonly string[] {
  const [first, other] = batches;
  if (first !== undefined && other === undefined && first.quantity === quantity) return [first.batch];
  return batches.map((each) => `${each.batch} × ${formatQuantity(each.quantity)}`);
}

const consignee = ({ customer }: OrderContent, { words }: PaperContext): Field[] =>
  fields([
    [words('documents:deliveryNote.consignee'), customer.name],
    [words('terms:field.contact'), together(customer.contact, customer.phone)],
    [words('documents:deliveryNote.address'), customer.address],
  ]);

const carriage = (shipment: Shipment, orders: readonly OrderContent[], { locale, words }: PaperContext): Field[] =>
  fields([
    [words('documents:notice.carrier'), together(shipment.carrier, shipment.tracking)],
    [words('documents:notice.expected'), shipment.expectedArrival && formatDate(shipment.expectedArrival, locale)],
    [words('terms:field.poNumber'), listed(orders.map(({ poNumber }) => poNumber))],
  ]);

const noteLabels = (words: PaperContext['words']): Record<string, string> =>
  labels(
    {
      line: 'documents:paper.line',
      order: 'documents:letter.orderNumber',
      itemCode: 'terms:field.itemCode',
      item: 'documents:paper.item',
      quantity: 'terms:field.quantity',
      unit: 'terms:field.unit',
      batch: 'terms:field.batch',
      packages: 'documents:deliveryNote.packages',
      weight: 'documents:deliveryNote.weight',
      sentBy: 'documents:deliveryNote.sentBy',
      checkedBy: 'documents:deliveryNote.checkedBy',
      vehicle: 'documents:deliveryNote.vehicle',
      driver: 'documents:deliveryNote.driver',
      receiver: 'documents:receipt.customer',
      date: 'documents:receipt.date',
    },
    words,
  );
