import type { RefusalCode } from '../order/refusal.ts';
import type { PlainDate } from '../value/date.ts';
import { compare, type Decimal, isZero, zero } from '../value/decimal.ts';
import { unreachable } from '../value/result.ts';
import { applied } from './applied.ts';
import { type ChangeItem, haveConflict, linesOf } from './change-item.ts';
import { beyondChange, type ChangeableOrder, editable, type Revision } from './changeable-order.ts';
import { redLine } from './red-line.ts';
import { cancellationStage } from './supply-begun.ts';

/** Why something can't be done: a refusal's code and the words for its places. */
export interface Obstacle {
  readonly code: RefusalCode;
  readonly data?: Readonly<Record<string, string>>;
}

/** The order isn't what it was when the change was asked; what was assessed and agreed may not fit it any more. */
export function movedOrder(against: Revision, { content, letter }: ChangeableOrder): Obstacle | null {
  if (content.contentHash === against.contentHash && letter === against.letter) return null;
  return { code: 'change.order-moved', data: { order: content.number, asked: `${against.letter}`, now: `${letter}` } };
}

/** What stands in the way of changing the order so: asked when it is asked and again at every step, for goods leave meanwhile. */
export function obstacle(items: readonly ChangeItem[], order: ChangeableOrder, today: PlainDate): Obstacle | null {
  const { number } = order.content;
  const cancels = items.some(({ kind }) => kind === 'cancel');
  if (among(editable, order.status)) return { code: 'change.order-not-confirmed', data: { order: number } };
  const left = cancels ? goodsLeft(order) : null;
  if (left !== null) return left;
  if (among(beyondChange, order.status)) return { code: 'change.order-over', data: { order: number } };
  if (haveConflict(items, order.content)) return { code: 'change.items-conflict' };
  if (cancels) return null;
  for (const item of items) {
    const found = obstacleOf(item, order, today);
    if (found !== null) return found;
  }
  const after = applied(order, { items, assessments: [] }, order.content.contentHash);
  if (after.lines.length === 0) return { code: 'change.no-line-left', data: { order: number } };
  return redLine(order.content, after).length === 0 ? { code: 'change.nothing' } : null;
}

const among = (statuses: readonly string[], status: string): boolean => statuses.includes(status);

/** R33: once anything has left, it's a return. */
function goodsLeft(order: ChangeableOrder): Obstacle | null {
  if (cancellationStage(order) !== 'shipped') return null;
  const left = order.lines.find(({ shipped }) => compare(shipped, zero) > 0);
  const line = order.content.lines.find((candidate) => candidate.line === left?.line);
  return { code: 'cancel.goods-left', data: { line: `${line?.line}`, item: line?.itemCode ?? '' } };
}

function obstacleOf(item: ChangeItem, order: ChangeableOrder, today: PlainDate): Obstacle | null {
  for (const line of linesOf(item, order.content))
    if (!order.content.lines.some((candidate) => candidate.line === line))
      return { code: 'change.line-unknown', data: { order: order.content.number, line: `${line}` } };
  switch (item.kind) {
    case 'line-quantity':
      return quantityObstacle(item.line, item.quantity, order);
    case 'line-item':
    case 'line-price':
    case 'remove-line':
      return isZero(shippedOf(order, item.line)) ? null : lineShipped(order, item.line);
    case 'line-date': {
      const past = [item.dueDate, item.agreedArrival].find((date) => date !== undefined && date < today);
      if (past !== undefined) return { code: 'change.date-past', data: { date: past } };
      return hasOpen(order, item.line) ? null : lineShipped(order, item.line);
    }
    case 'line-address':
    case 'line-source':
    case 'line-requirements':
      return hasOpen(order, item.line) ? null : lineShipped(order, item.line);
    case 'add-line':
      return compare(item.content.quantity, zero) > 0 ? null : notPositive(item.content.quantity);
    case 'close-remainder':
      return order.lines.some(({ shipped }) => compare(shipped, zero) > 0)
        ? (linesOf(item, order.content)
            .filter((line) => item.lines.length > 0 && !hasOpen(order, line))
            .map((line) => lineShipped(order, line))[0] ?? null)
        : { code: 'change.nothing-shipped', data: { order: order.content.number } };
    case 'delivery-address':
    case 'cancel':
      return null;
    default:
      return unreachable(item);
  }
}

function quantityObstacle(line: number, wanted: Decimal, order: ChangeableOrder): Obstacle | null {
  if (compare(wanted, zero) <= 0) return notPositive(wanted);
  const shipped = shippedOf(order, line);
  if (compare(wanted, shipped) >= 0) return null;
  return { code: 'change.below-shipped', data: { ...named(order, line), wanted, shipped } };
}

const notPositive = (wanted: Decimal): Obstacle => ({ code: 'change.quantity-not-positive', data: { wanted } });

/** What has left keeps its item, price and date; the rest becomes a line of its own. */
const lineShipped = (order: ChangeableOrder, line: number): Obstacle => ({
  code: 'change.line-shipped',
  data: { ...named(order, line), shipped: shippedOf(order, line) },
});

const shippedOf = ({ lines }: ChangeableOrder, number: number): Decimal =>
  lines.find(({ line }) => line === number)?.shipped ?? zero;

const hasOpen = (order: ChangeableOrder, number: number): boolean =>
  order.content.lines.some(({ line, quantity }) => line === number && compare(quantity, shippedOf(order, number)) > 0);

const named = ({ content }: ChangeableOrder, number: number): { line: string; item: string } => ({
  line: `${number}`,
  item: content.lines.find(({ line }) => line === number)?.itemCode ?? '',
});
