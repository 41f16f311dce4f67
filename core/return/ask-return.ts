import type { Refusal } from '../order/refusal.ts';
import { stamp } from '../order/stamp.ts';
import { isPartOfPiece } from '../order/whole-pieces.ts';
import { add, compare, subtract, zero } from '../value/decimal.ts';
import { no, ok } from '../value/result.ts';
import type { ReturnCommandOf, ReturnContext, ReturnDecision } from './decision.ts';
import type { ReturnLine } from './goods-return.ts';
import { refuse } from './refuse.ts';
import { claimedOf } from './returned.ts';

/** R1: no more than the customer has. What other returns have claimed, he has promised to send already. */
export function askReturn(command: ReturnCommandOf<'ask-return'>, context: ReturnContext): ReturnDecision {
  const { number, kind, today } = command;
  const odd = command.lines.find(({ quantity }) => compare(quantity, zero) <= 0);
  if (odd !== undefined) return no(refuse('ask-return', null, 'return.quantity-not-positive', said(odd)));
  const lines = merged(command.lines);
  for (const line of lines) {
    const refused = beyondReceived(line, context);
    if (refused !== null) return no(refused);
  }
  const customers = [...new Set(lines.map(({ order }) => customerOf(order, context)))];
  const [customerCode, other] = customers;
  if (customerCode === undefined) return no(refuse('ask-return', null, 'return.nothing'));
  if (other !== undefined)
    return no(refuse('ask-return', null, 'return.customers-differ', { customer: customerCode, other }));
  return ok([
    { type: 'return-asked', content: { number, kind, customerCode, lines, askedOn: today }, ...stamp(command) },
  ]);
}

function beyondReceived(line: ReturnLine, { orders, returns }: ReturnContext): Refusal | null {
  const order = orders.find(({ number }) => number === line.order);
  if (order === undefined) return refuse('ask-return', null, 'order.not-found', { order: line.order });
  const own = order.lines.find((candidate) => candidate.line === line.line);
  if (own === undefined) return refuse('ask-return', null, 'return.line-unknown', said(line));
  if (isPartOfPiece(line.quantity, { ...own, quantity: own.ordered }))
    return refuse('ask-return', null, 'quantity.part-of-piece', { ...said(line), item: own.itemCode });
  const returnable = subtract(own.received, claimedOf(returns, line.order, line.line));
  if (compare(line.quantity, returnable) <= 0) return null;
  return refuse('ask-return', null, 'return.exceeds-received', { ...said(line), item: own.itemCode, returnable });
}

const customerOf = (number: string, { orders }: ReturnContext): string =>
  orders.find((order) => order.number === number)?.customerCode ?? '';

const said = ({ order, line, quantity }: ReturnLine): Record<string, string> => ({
  order,
  line: `${line}`,
  wanted: quantity,
});

/** One entry a line: two entries of one line must not each take the same goods. */
function merged(lines: readonly ReturnLine[]): readonly ReturnLine[] {
  const byLine = new Map<string, ReturnLine>();
  for (const entry of lines) {
    const place = `${entry.order}/${entry.line}`;
    byLine.set(place, { ...entry, quantity: add(byLine.get(place)?.quantity ?? zero, entry.quantity) });
  }
  return [...byLine.values()];
}
