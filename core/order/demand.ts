import type { OpenDemand } from '../check/knowledge.ts';
import { deliveredLines } from '../shipment/delivered-lines.ts';
import type { Shipment, ShipmentLine } from '../shipment/shipment.ts';
import type { Instant, PlainDate } from '../value/date.ts';
import { compare, type Decimal, isZero, subtract, sum, zero } from '../value/decimal.ts';
import { type OrderAndShipments, progressOf } from './progress.ts';
import { dateDue } from './promise.ts';
import type { OrderLine, OrderState } from './state.ts';
import { supplyOf } from './supply.ts';

/**
 * What an order takes from the stock book: what it still holds, and what left since the goods were counted. Goods that left
 * earlier are missing from the count already. `countedAt`: the stock book's as-of; a plain date means its first moment, so
 * that goods of that day are rather subtracted twice than promised twice. null = unknown, everything counts as counted.
 * What is held waits for its date and may be met by what arrives before; what has left is off the shelf now and has none, unless
 * it was taken in and left before the stock sheet counted it.
 */
export function demandOf(
  { order, shipments }: OrderAndShipments,
  countedAt: Instant | PlainDate | null,
): readonly OpenDemand[] {
  const progress = progressOf(order, shipments);
  const since = countedAt === null ? [] : shipments.filter(({ shipped }) => shipped.at > countedAt);
  return order.lines.flatMap((content, index): OpenDemand[] => {
    const { line } = content;
    const held = progress[index]?.reserved ?? zero;
    // What was made or bought for the order was never in the stock sheet.
    const left = supplyOf(order, line) === undefined ? leftOf(order.number, line, since) : [];
    return [
      ...(isZero(held) ? [] : [heldDemand(order, content, held)]),
      ...left.map(({ quantity, inbound, batch }) =>
        goneDemand(order, batch === undefined ? content : { ...content, batch }, quantity, inbound),
      ),
    ];
  });
}

/** So much of a line's goods, held for it until the date that counts for it. */
export const heldDemand = (
  order: OrderState,
  content: OrderLine,
  quantity: Decimal,
  dueDate: PlainDate | undefined = dateDue(order, content.line),
): OpenDemand => ({ ...demandFor(order, content), quantity, ...(dueDate !== undefined && { dueDate }) });

/** So much of a line's goods, off the shelf now; `inbound`: of those the stock sheet expected by then. */
export const goneDemand = (
  order: OrderState,
  content: OrderLine,
  quantity: Decimal,
  inbound?: PlainDate,
): OpenDemand => ({
  ...demandFor(order, content),
  quantity,
  ...(inbound !== undefined && { dueDate: inbound }),
  gone: true,
});

const demandFor = (order: OrderState, content: OrderLine): Omit<OpenDemand, 'quantity'> => ({
  orderNumber: order.number,
  ...postedAs(order),
  ...goodsOf(content),
});

const goodsOf = ({
  itemCode,
  itemName,
  specification,
  color,
  unit,
  warehouse,
  batch,
}: OrderLine): Omit<OpenDemand, 'orderNumber' | 'quantity'> => ({
  itemCode,
  name: itemName,
  ...(specification !== undefined && { specification }),
  ...(color !== undefined && { color }),
  ...(unit !== undefined && { unit }),
  ...(warehouse !== undefined && { warehouse }),
  ...(batch !== undefined && { batch }),
});

const postedAs = ({ customer, key }: OrderState): Pick<OpenDemand, 'postedAs'> =>
  key === null ? {} : { postedAs: { customerCode: customer.code, key } };

/** So much of what left of a line: from the shelf, or of what was still to come by a date. */
interface Left {
  readonly quantity: Decimal;
  readonly inbound?: PlainDate;
  /** As far as somebody said which. */
  readonly batch?: string;
}

function leftOf(order: string, line: number, shipments: readonly Shipment[]): readonly Left[] {
  const left = shipments
    .flatMap((shipment) => deliveredLines(shipment))
    .filter((shipped) => shipped.order === order && shipped.line === line)
    .flatMap(byBatch);
  return [...Map.groupBy(left, ({ inbound, batch }) => JSON.stringify([inbound, batch])).values()].flatMap((parts) => {
    const [first] = parts;
    return first === undefined ? [] : [{ ...first, quantity: sum(parts.map(({ quantity }) => quantity)) }];
  });
}

/** Of which batches it was, so that none of them is promised again; what was refused at the door counts to the last. */
function byBatch({ quantity, inbound, batches = [] }: ShipmentLine): readonly Left[] {
  const of = inbound === undefined ? {} : { inbound };
  let rest = quantity;
  const named = batches.flatMap(({ batch, quantity: taken }): readonly Left[] => {
    const part = compare(taken, rest) < 0 ? taken : rest;
    rest = subtract(rest, part);
    return isZero(part) ? [] : [{ ...of, batch, quantity: part }];
  });
  return isZero(rest) ? named : [...named, { ...of, quantity: rest }];
}
