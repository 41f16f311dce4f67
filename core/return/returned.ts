import type { OrderNumber } from '../order/state.ts';
import { type Decimal, sum, zero } from '../value/decimal.ts';
import { unreachable } from '../value/result.ts';
import type { GoodsReturn } from './goods-return.ts';

/**
 * How much of an order line its returns take, so that it isn't claimed twice: what is asked until the goods are inspected,
 * then what was accepted. Mended goods are the customer's again once handed back. Derived, never stored.
 */
export const claimedOf = (returns: readonly GoodsReturn[], order: OrderNumber, line: number): Decimal =>
  sum(returns.map((goods) => claimOf(goods, order, line)));

/** How much of an order line is back for good: what was accepted, mended goods apart. */
export const returnedOf = (returns: readonly GoodsReturn[], order: OrderNumber, line: number): Decimal =>
  sum(
    returns.flatMap((goods) =>
      goods.status === 'disposed' || goods.status === 'settled'
        ? goods.disposition.lines.filter(isOf(order, line)).flatMap(({ restocked, scrapped }) => [restocked, scrapped])
        : [],
    ),
  );

function claimOf(goods: GoodsReturn, order: OrderNumber, line: number): Decimal {
  switch (goods.status) {
    case 'asked':
    case 'approved':
      return sum(goods.lines.filter(isOf(order, line)).map(({ quantity }) => quantity));
    case 'inspected':
    case 'turned-back':
      return sum(goods.inspection.lines.filter(isOf(order, line)).map(({ accepted }) => accepted));
    case 'disposed':
    case 'settled': {
      const isHere = goods.handedBack === undefined;
      return sum(
        goods.disposition.lines
          .filter(isOf(order, line))
          .flatMap(({ restocked, scrapped, repaired }) => [restocked, scrapped, isHere ? repaired : zero]),
      );
    }
    case 'refused':
    case 'withdrawn':
      return zero;
    default:
      return unreachable(goods);
  }
}

const isOf =
  (order: OrderNumber, line: number) =>
  (each: { readonly order: OrderNumber; readonly line: number }): boolean =>
    each.order === order && each.line === line;
