import type { DisposedPart, GoodsReturn } from '../return/goods-return.ts';
import { dateIn } from '../value/date.ts';
import { add, type Decimal, divide, isZero, multiply, negate, round, subtract, sum, zero } from '../value/decimal.ts';
import { valueUpTo } from './delivered.ts';
import type { Adjustment, PayableOrder } from './order-account.ts';

/** A credit, and the order whose price it lowers. */
export interface Credit extends Adjustment {
  readonly order: string;
}

/**
 * What returns took off the price of these orders (R43): the money given back for goods that were kept, on the company's
 * own day. A return over several orders is shared by what its goods were worth, to the cent; a credit in another
 * currency than the order's lowers nothing, for nothing is converted.
 */
export function creditsOf(
  returns: readonly GoodsReturn[],
  orders: ReadonlyMap<string, PayableOrder>,
  timeZone: string,
): readonly Credit[] {
  return returns.flatMap((goods) => {
    if (!('refund' in goods) || goods.refund === undefined) return [];
    const { amount, currency, refunded } = goods.refund;
    const shares = sharesOf(amount, keptWorth(goods, orders));
    return shares
      .filter(({ order, share }) => orders.get(order)?.currency === currency && !isZero(share))
      .map(({ order, share }) => ({
        order,
        on: dateIn(refunded.at, timeZone),
        amount: negate(share),
        reference: goods.number,
      }));
  });
}

interface Worth {
  readonly order: string;
  readonly worth: Decimal;
}

/** What the goods we kept of each order were worth, in the order the return names them. */
function keptWorth({ disposition }: DisposedPart, orders: ReadonlyMap<string, PayableOrder>): readonly Worth[] {
  const byOrder = Map.groupBy(disposition.lines, ({ order }) => order);
  return [...byOrder].map(([order, lines]) => ({
    order,
    worth: sum(
      lines.map(({ line, restocked, scrapped }) => {
        const ordered = orders.get(order)?.lines.find((candidate) => candidate.line === line);
        return ordered === undefined ? zero : valueUpTo(ordered, add(restocked, scrapped));
      }),
    ),
  }));
}

/** Rounded as they add up, so that they come to the amount; where nothing is worth anything, the first order has it all. */
function sharesOf(amount: Decimal, worths: readonly Worth[]): readonly { order: string; share: Decimal }[] {
  const total = sum(worths.map(({ worth }) => worth));
  let worthBefore = zero;
  let sharedBefore = zero;
  return worths.map(({ order, worth }) => {
    worthBefore = add(worthBefore, worth);
    const upTo = isZero(total) ? amount : round(divide(multiply(amount, worthBefore), total), 2);
    const share = subtract(upTo, sharedBefore);
    sharedBefore = upTo;
    return { order, share };
  });
}
