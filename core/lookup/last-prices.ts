import { type CheckContext, contextOf, type Given, type LineInCheck } from '../check/context.ts';
import { hasItem } from '../check/item-line.ts';
import type { PastDeal } from '../check/knowledge.ts';
import { pricePaid } from '../check/line-amount.ts';
import { pastDealOf } from '../check/past-deals.ts';
import { inRowTerms, isSamePrice } from '../check/price-terms.ts';
import type { ParsedBatch } from '../sheet/parsed-order.ts';
import type { PlainDate } from '../value/date.ts';
import { compare, type Decimal, round } from '../value/decimal.ts';

/** What a row's customer paid for its item last time (R16). */
export interface LastPrice {
  /** Net, for one of the item's own unit, tax included. */
  readonly price: Decimal;
  readonly currency: string;
  readonly on: PlainDate;
  readonly order: string;
  readonly quantity?: Decimal;
  /** Against the row's own price; absent = the two can't be compared: another currency, no price, a unit nobody knows. */
  readonly row?: {
    /** The last price for what the row's price is for. */
    readonly last: Decimal;
    /** The row's price, after its discount. */
    readonly now: Decimal;
    readonly is: 'same' | 'above' | 'below';
  };
}

/** One answer a row, as the orders and their lines come; null = he never bought it, or nobody knows who or what is meant. */
export function lastPrices(batch: ParsedBatch, given: Given): readonly (LastPrice | null)[] {
  const context = contextOf(batch, given);
  const deals = context.knowledge.pastDeals ?? [];
  const found = new Map(
    context.lines.map((line) => {
      const deal = pastDealOf(line, deals);
      return [line.parsed, deal ? lastPrice(line, deal, context) : null] as const;
    }),
  );
  return batch.orders.flatMap(({ lines }) => lines.map((line) => found.get(line) ?? null));
}

function lastPrice(line: LineInCheck, deal: PastDeal, context: CheckContext): LastPrice {
  const { lastPrice: price, currency, lastOn: on, lastOrder: order, lastQuantity: quantity } = deal;
  const row = deal.currency === line.order.currency ? againstRow(line, price, context) : null;
  return { price, currency, on, order, ...(quantity !== undefined && { quantity }), ...(row && { row }) };
}

function againstRow(line: LineInCheck, price: Decimal, context: CheckContext): LastPrice['row'] | null {
  const paid = pricePaid(line.parsed);
  const last = hasItem(line) ? inRowTerms({ price, tax: undefined }, line, context) : null;
  if (paid === null || last === null) return null;
  const now = round(paid, 4);
  if (isSamePrice(last, now)) return { last: last.price, now, is: 'same' };
  return { last: last.price, now, is: compare(now, last.exact) > 0 ? 'above' : 'below' };
}
