import { add, compare, isZero, maximum, subtract, zero } from '../../value/decimal.ts';
import { no, ok } from '../../value/result.ts';
import type { OrderContext } from '../context.ts';
import { refusal } from '../door.ts';
import { type LineProgress, progressOf, statusOf } from '../progress.ts';
import type { Refusal, RefusalCode } from '../refusal.ts';
import { type RequestedLine, requestedOf } from '../shipping-request.ts';
import { stamp } from '../stamp.ts';
import type { InExecution } from '../state.ts';
import { isPartOfPiece } from '../whole-pieces.ts';
import type { CommandOf, OrderDecision } from './decision.ts';

/** Row 9b (R36): asks the warehouse to send; without lines, all that may leave and wasn't asked for. */
export function requestShipping(
  command: CommandOf<'request-shipping'>,
  order: InExecution,
  { shipments }: OrderContext,
): OrderDecision {
  const refuse = (code: RefusalCode, data?: Refusal['data']) =>
    no(refusal(command.type, statusOf(order, shipments), code, data));
  if (command.on < command.today) return refuse('supply.date-past', { date: command.on });
  const progress = progressOf(order, shipments);
  const asked = command.lines ?? progress.map((line) => ({ line: line.line, quantity: readyToAsk(order, line) }));
  const lines: RequestedLine[] = [];
  for (const { line, quantity } of asked) {
    const own = progress.find((each) => each.line === line);
    const place = { order: order.number, line: `${line}` };
    if (own === undefined) return refuse('shipment.line-unknown', place);
    if (command.lines === undefined && isZero(quantity)) continue;
    if (compare(quantity, zero) <= 0) return refuse('shipment.quantity-not-positive', { ...place, wanted: quantity });
    const requested = requestedOf(order, own);
    const before = lines.filter((each) => each.line === line).reduce((sum, each) => add(sum, each.quantity), requested);
    const open = maximum(zero, subtract(own.open, before));
    if (compare(quantity, open) > 0)
      return refuse('shipping-request.exceeds-open', { ...place, wanted: quantity, open });
    const content = order.lines.find((each) => each.line === line);
    // Where a part of a piece is left from before, it may be asked for.
    if (content !== undefined && compare(quantity, open) < 0 && isPartOfPiece(quantity, content))
      return refuse('quantity.part-of-piece', { ...place, item: content.itemCode, wanted: quantity });
    lines.push({ line, quantity, upTo: add(own.shipped, add(before, quantity)) });
  }
  if (lines.length === 0) return refuse('shipment.nothing');
  const note = command.note?.trim();
  return ok([{ type: 'shipping-requested', on: command.on, lines, ...(note && { note }), ...stamp(command) }]);
}

const readyToAsk = (order: InExecution, line: LineProgress) =>
  maximum(zero, subtract(line.ready, requestedOf(order, line)));
