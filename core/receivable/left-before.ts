import type { PlainDate } from '../value/date.ts';
import { type Decimal, isZero, minimum, subtract, sum, zero } from '../value/decimal.ts';
import type { OrderAccount, PayableOrder } from './order-account.ts';
import { owesNothing } from './owes-nothing.ts';

/** Goods of a line that left before the order was entered, and what the customer still owed for them when it was. */
export interface LeftBefore {
  readonly shippedOn: PlainDate;
  readonly open: Decimal;
}

/** What the goods are worth that left before the order was entered; nothing where nothing is owed. */
export const worthBefore = (order: Pick<PayableOrder, 'lines' | 'status' | 'type'>): Decimal =>
  owesNothing(order) ? zero : sum(linesBefore(order).map(({ amount }) => amount));

/**
 * What of that is still unpaid by the opening receivable. Lines can be edited after it was entered: it never covers more than
 * what left is worth by now.
 */
const unpaidBefore = ({ order, opening }: Pick<OrderAccount, 'order' | 'opening'>): Decimal =>
  minimum(opening?.open ?? zero, worthBefore(order));

/** What of that was paid before the book began: all that nobody has entered as an opening receivable; never below 0. */
export const settledBefore = (account: Pick<OrderAccount, 'order' | 'opening'>): Decimal =>
  subtract(worthBefore(account.order), unpaidBefore(account));

/**
 * The opening receivable by the day the goods left; nothing where none was entered. Money pays the oldest first, so what was
 * still open is what left last.
 */
export function openingParts(account: Pick<OrderAccount, 'order' | 'opening'>): readonly LeftBefore[] {
  let left = unpaidBefore(account);
  if (isZero(left)) return [];
  return linesBefore(account.order)
    .toSorted((a, b) => (a.shippedOn > b.shippedOn ? -1 : a.shippedOn < b.shippedOn ? 1 : 0))
    .flatMap(({ shippedOn, amount }) => {
      const open = minimum(left, amount);
      left = subtract(left, open);
      return isZero(open) ? [] : [{ shippedOn, open }];
    })
    .toReversed();
}

/** Lines with a shipped date left before the order was entered; no delivery note or receipt of them will come. */
const linesBefore = ({ lines }: Pick<PayableOrder, 'lines'>) =>
  lines.flatMap(({ shippedDate, amount }) => (shippedDate === undefined ? [] : [{ shippedOn: shippedDate, amount }]));
